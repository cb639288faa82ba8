internal import ProgrammeModel

extension Message {
  var sentences: (english: MessageTemplate, vietnamese: MessageTemplate) {
    switch self {
    case .oneBaseline:
      (
        "--baseline and --write-baseline exclude each other: a baseline is written of everything that is found",
        "chỉ dùng một trong hai tùy chọn --baseline và --write-baseline: danh sách đã biết được ghi từ mọi lỗi tìm thấy"
      )
    case .findingsName:
      (
        "--findings {0}: the name has to end in .sarif, or in .xml for JUnit",
        "--findings {0}: tên tệp phải có đuôi .sarif, hoặc .xml cho JUnit"
      )
    case .pruneNeedsReport:
      (
        "--prune needs --report FILE and --output FOLDER: it takes away only what the report names",
        "--prune cần --report TỆP và --output THƯ_MỤC: chỉ xóa những gì báo cáo đã nêu"
      )
    case .noSettingsNamed:
      ("name a folder, or a file by --config", "hãy nêu thư mục, hoặc tệp bằng --config")
    case .fileIsNoCommand:
      (
        "{0} is a file, not a command. To see it: mucluc show {0}; to convert it: mucluc convert {0}",
        "{0} là tệp, không phải lệnh. Để xem: mucluc show {0}; để chuyển đổi: mucluc convert {0}"
      )
    case .folderIsNoCommand:
      (
        "{0} is a folder, not a command. To see what is in it: mucluc scan {0}; to convert it: mucluc convert {0} --output FOLDER",
        "{0} là thư mục, không phải lệnh. Để xem có những gì: mucluc scan {0}; để chuyển đổi: mucluc convert {0} --output THƯ_MỤC"
      )
    case .commandNear:
      (
        "there is no command {0}; was mucluc {1} meant?",
        "không có lệnh {0}; có phải ý bạn là mucluc {1}?"
      )
    case .noSuchCommand:
      (
        "there is neither a command nor a file {0}. The commands: {1}; mucluc --help",
        "không có lệnh hay tệp nào là {0}. Các lệnh: {1}; mucluc --help"
      )
    case .settingsTooLarge: ("the file is too large", "tệp quá lớn")
    case .settingsNoObject: ("it is no JSON object", "không phải một đối tượng JSON")
    case .settingsKey:
      ("there is no setting {0}, or it stands twice", "không có mục cấu hình {0}, hoặc mục bị lặp")
    case .settingsValue:
      ("the value of {0} is none it can have", "giá trị của {0} không hợp lệ")
    case .settingsUsed: ("settings are taken from {0}", "dùng cấu hình trong {0}")
    case .moreFiles: ("and {0} more files", "và {0} tệp nữa")
    case .knownFindings:
      ("known by the baseline, not told: {0}", "đã biết theo danh sách, không nêu lại: {0}")
    case .goneFindings:
      (
        "known by the baseline and not there any more: {0}; write it anew with --write-baseline",
        "có trong danh sách đã biết nhưng nay không còn: {0}; hãy ghi lại bằng --write-baseline"
      )
    case .accepted: ("accepted as known: {0}", "ghi nhận là đã biết: {0}")
    case .cannotBeDone: ("the file cannot be done", "không xử lý được tệp")
    case .cannotBeWritten:
      ("the result cannot be written", "không ghi được kết quả")
    case .summaryCode: ("code", "mã")
    case .summaryMeaning: ("meaning", "ý nghĩa")
    case .summaryCount: ("count", "số lần")
    case .note: ("note", "lưu ý")
    case .warning: ("warning", "cảnh báo")
    case .error: ("error", "lỗi")
    case .withoutText:
      (
        "documents without text or of pictures alone: {0}; they need OCR",
        "tài liệu không có chữ hoặc chỉ có hình ảnh: {0}; cần nhận dạng chữ (OCR)"
      )
    case .smallAddressSpace:
      (
        "the process may have {0} MiB of addresses and needs {1}. Raise the limit (ulimit -v)",
        "tiến trình chỉ được {0} MiB địa chỉ nhưng cần {1}. Hãy nâng giới hạn (ulimit -v)"
      )
    case .interrupted:
      (
        "interrupted: {0} of {1} files are done. With --report FILE --skip-unchanged a run can go on later",
        "bị ngắt: đã xong {0} trong {1} tệp. Với --report TỆP --skip-unchanged có thể chạy tiếp sau"
      )
    case .interruptedWithReport:
      (
        "interrupted: {0} of {1} files are done. Run the same command with --skip-unchanged to go on",
        "bị ngắt: đã xong {0} trong {1} tệp. Chạy lại lệnh với --skip-unchanged để tiếp tục"
      )
    case .severalNeedFolder:
      (
        "several inputs as {0} need --output FOLDER",
        "nhiều tệp đầu vào với định dạng {0} cần --output THƯ_MỤC"
      )
    case .skipNeedsReport:
      (
        "--skip-unchanged needs --report FILE: it knows from there what was done before",
        "--skip-unchanged cần --report TỆP để biết lần trước đã làm những gì"
      )
    case .skipNeedsFolder:
      (
        "--skip-unchanged needs one output a file: it cannot skip parts of one result",
        "--skip-unchanged cần mỗi tệp một kết quả: không thể bỏ qua một phần của kết quả chung"
      )
    case .outputIsFolder:
      (
        "--output {0} is a folder; {1} of several inputs is one file",
        "--output {0} là thư mục; {1} của nhiều tệp đầu vào là một tệp"
      )
    case .outputIsNoFolder:
      (
        "--output {0} is no folder; several inputs need one",
        "--output {0} không phải thư mục; nhiều tệp đầu vào cần một thư mục"
      )
    case .noPaths:
      (
        "name files or folders, - for standard input, or --files-from",
        "hãy nêu tệp hoặc thư mục, - cho đầu vào chuẩn, hoặc --files-from"
      )
    case .done: ("{0} of {1}", "{0}/{1} tệp")
    case .timeLeft: ("{0} left", "còn {0}")
    case .converted: ("converted: {0}", "đã chuyển: {0}")
    case .unchanged: ("unchanged: {0}", "không đổi: {0}")
    case .keptEdited: ("kept because edited: {0}", "giữ nguyên vì đã sửa: {0}")
    case .failed: ("failed: {0}", "thất bại: {0}")
    case .stopped: ("not run: {0}", "chưa chạy: {0}")
    case .skippedHidden: ("hidden files skipped: {0}", "tệp ẩn bỏ qua: {0}")
    case .skippedLocks: ("lock files skipped: {0}", "tệp tạm của Word (~$…) bỏ qua: {0}")
    case .skippedLinks: ("links skipped: {0}", "liên kết bỏ qua: {0}")
    case .skippedOthers: ("other files skipped: {0}", "tệp loại khác bỏ qua: {0}")
    case .skippedExcluded: ("files left out by patterns: {0}", "tệp bị loại theo mẫu: {0}")
    case .skippedPageFolders:
      ("folders of saved pages skipped: {0}", "thư mục của trang web đã lưu bỏ qua: {0}")
    case .failedBecause: ("failed by reason", "thất bại theo lý do")
    case .warnedBecause: ("warnings by code", "cảnh báo theo mã")
    case .encodings: ("encodings of text files", "bảng mã của tệp văn bản")
    case .seconds: ("{0} s", "{0} giây")
    case .scanFormat: ("FORMAT", "ĐỊNH DẠNG")
    case .scanEncoding: ("ENCODING", "BẢNG MÃ")
    case .scanLegacy: ("LEGACY", "MÃ CŨ")
    case .scanAttention: ("ATTENTION", "CẦN XEM")
    case .scanFile: ("FILE", "TỆP")
    case .yes: ("yes", "có")
    case .no: ("no", "không")
    case .scannedFiles: ("files: {0}", "số tệp: {0}")
    case .needAttention: ("need attention: {0}", "cần xem lại: {0}")
    case .throughOffice:
      ("converted through LibreOffice: {0}", "chuyển đổi qua LibreOffice: {0}")
    case .scanFormats: ("formats", "định dạng")
    case .tasks: ("tasks: {0}", "nhiệm vụ: {0}")
    case .deadline: ("due {0}", "hạn {0}")
    case .cooperating: ("with {0}", "phối hợp {0}")
    case .facts: ("facts: {0}", "dữ kiện: {0}")
    case .table: ("table of {0} rows", "bảng {0} hàng")
    case .preamble: ("preamble", "phần mở đầu")
    case .closing: ("closing", "phần kết")
    case .appendix: ("appendix {0}", "phụ lục {0}")
    case .notes: ("notes", "chú thích")
    case .unread: ("{0} characters not taken over: {1}", "{0} ký tự không đưa vào: {1}")
    case .checked: ("checked: {0}", "đã kiểm tra: {0}")
    case .archiveNotFound:
      (
        "{0} cannot be opened; is it there, and its folder?",
        "không mở được {0}; tệp hoặc thư mục chứa nó có ở đó không?"
      )
    case .archiveOtherFile:
      (
        "{0} is no database of mucluc index. Choose another file",
        "{0} không phải cơ sở dữ liệu của mucluc index. Hãy chọn tệp khác"
      )
    case .archiveOtherVersion:
      (
        "{0} was made by another version of mucluc. Index the documents anew into another file",
        "{0} do một phiên bản mucluc khác tạo. Hãy lập lại kho vào một tệp khác"
      )
    case .archiveNeedsRepair:
      (
        "{0} cannot be written, or a run that was killed left it unfinished. Run mucluc index on it again",
        "không ghi được {0}, hoặc lần chạy bị ngắt còn để dở. Hãy chạy lại mucluc index với tệp này"
      )
    case .archiveBusy:
      (
        "{0} is being written by another run. Try again when it is done",
        "{0} đang được một lần chạy khác ghi. Hãy thử lại khi lần chạy đó xong"
      )
    case .archiveFailed:
      (
        "{0} cannot be used ({1}). Check the disk and the file, or index into another file",
        "không dùng được {0} ({1}). Hãy kiểm tra đĩa và tệp, hoặc lập kho vào tệp khác"
      )
    case .indexNeedsFiles:
      (
        "standard input cannot be indexed: name files or folders",
        "không thể đưa đầu vào chuẩn vào kho: hãy nêu tệp hoặc thư mục"
      )
    case .indexed: ("indexed: {0}", "đã đưa vào kho: {0}")
    case .takenOut: ("taken out because gone: {0}", "đã bỏ vì không còn tệp: {0}")
    case .searchNeedsWords:
      (
        "name words to search for, or a filter such as --lead",
        "hãy nêu từ cần tìm, hoặc một bộ lọc như --lead"
      )
    case .notADay:
      (
        "{0} is no day, month, quarter or year, such as 2024-06-30, 2024-06 or 2024",
        "{0} không phải ngày, tháng, quý hay năm, chẳng hạn 2024-06-30, 2024-06 hoặc 2024"
      )
    case .task: ("task", "nhiệm vụ")
    case .target: ("target", "chỉ tiêu")
    case .result: ("result", "kết quả")
    case .statement: ("statement", "nhận định")
    case .noHits: ("nothing found", "không tìm thấy gì")
    case .moreHits:
      (
        "the first {0} hits; --limit shows more",
        "{0} kết quả đầu; dùng --limit để xem thêm"
      )
    case .lead: ("lead {0}", "chủ trì {0}")
    case .citesArchived: ("cites {0}: {1}", "viện dẫn {0}: {1}")
    case .citesOther: ("cites {0}, which is not in the archive", "viện dẫn {0}, không có trong kho")
    case .clean: ("without remark: {0}", "không có vấn đề: {0}")
    }
  }
}
