import ProgrammeExport
import ProgrammeModel
import Testing

struct ArchiveCSVExportTests {
  @Test func `a document is a row under the names of the fields`() {
    let bytes = ArchiveCSVExport(defaults: [.maintenance: "01"]).bytes(of: [Samples.everything])
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
    #expect(lines.count == 2)
    #expect(
      lines[0]
        == """
        docId,arcDocCode,maintenance,typeName,codeNumber,codeNotation,issuedDate,organName,subject,\
        language,numberOfPage,inforSign,keyword,mode,confidenceLevel,autograph,format,process,\
        riskRecovery,riskRecoveryStatus,description,isCan
        """)
    #expect(lines[1].hasPrefix("chương trình,,01,09,"))
  }

  @Test func `no documents are a table without rows, defaults or not`() {
    let bytes = ArchiveCSVExport(defaults: [.maintenance: "01"]).bytes(of: [])
    #expect(String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").count == 1)
  }

  @Test func `cells are quoted, guarded and parted as in the table of tasks`() {
    var programme = Samples.everything
    programme.metadata.subject = "=Một; \"hai\""
    let options = CSVOptions(delimiter: .semicolon, hasByteOrderMark: true, guardsFormulas: true)
    let bytes = ArchiveCSVExport(options: options).bytes(of: [programme])
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(String(decoding: bytes, as: UTF8.self).contains(";\"'=Một; \"\"hai\"\"\";"))
  }
}
