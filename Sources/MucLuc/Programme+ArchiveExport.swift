public import ProgrammeExport

extension [Programme] {
  /// The documents as records for a digital archive, a row a document, in UTF-8.
  ///
  /// The defaults fill the fields that a document leaves empty.
  public func archiveCSV(
    defaults: [ArchiveRecord.Field: String] = [:], _ options: CSVOptions = CSVOptions()
  ) -> [UInt8] {
    ArchiveCSVExport(defaults: defaults, options: options).bytes(of: self)
  }
}
