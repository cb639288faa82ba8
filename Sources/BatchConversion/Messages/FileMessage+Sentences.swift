package import ProgrammeModel

extension FileMessage {
  /// The English and the Vietnamese sentence.
  package var sentences: (english: MessageTemplate, vietnamese: MessageTemplate) {
    switch self {
    case .notFound:
      ("there is no such file", "không có tệp này")
    case .notFoundNear:
      (
        "there is no such file; was {0} meant?",
        "không có tệp này; có phải ý bạn là {0}?"
      )
    case .noBaseline:
      (
        "{0} is no baseline, or cannot be read. Write one with --write-baseline",
        "{0} không phải danh sách lỗi đã biết hoặc không đọc được. Hãy ghi danh sách bằng --write-baseline"
      )
    case .noSettings:
      ("the settings in {0} cannot be used: {1}", "không dùng được cấu hình {0}: {1}")
    case .goneOutputs:
      (
        "results of files that are gone: {0}; --prune takes them away",
        "kết quả của những tệp không còn: {0}; dùng --prune để xóa"
      )
    case .goneInput: ("{0} is gone", "không còn {0}")
    case .renamedInput: ("{0} is {1} now", "{0} nay là {1}")
    case .pruned:
      (
        "results of files that are gone, taken away: {0}",
        "đã xóa kết quả của những tệp không còn: {0}"
      )
    case .notPruned:
      (
        "{0} is left: it was edited, or it is not a file of the output folder",
        "giữ lại {0}: tệp đã được sửa, hoặc không phải tệp của thư mục kết quả"
      )
    case .more: ("and {0} more", "và {0} mục nữa")
    case .noPermissionToRead:
      (
        "no permission to read it. Ask its owner for the right to read",
        "không có quyền đọc. Hãy xin chủ sở hữu cấp quyền đọc"
      )
    case .isFolder:
      ("it is a folder; name a file", "đây là thư mục; hãy nêu tên một tệp")
    case .readingFailed:
      ("it cannot be read ({0})", "không đọc được ({0})")
    case .pathListUTF16:
      (
        "the list of paths is UTF-16 text. Save it as UTF-8",
        "danh sách đường dẫn là văn bản UTF-16. Hãy lưu lại bằng UTF-8"
      )
    case .pathListLongPath:
      (
        "the list of paths holds one longer than 4096 bytes. It takes a path a line, or paths ended by a zero byte",
        "danh sách có đường dẫn dài quá 4096 byte. Mỗi đường dẫn phải nằm trên một dòng hoặc kết thúc bằng một byte 0"
      )
    case .pathListMixed:
      (
        "the list of paths has lines and then a zero byte. It takes a path a line, or paths ended by a zero byte",
        "danh sách đường dẫn có các dòng rồi lại có byte 0. Mỗi đường dẫn phải nằm trên một dòng hoặc kết thúc bằng một byte 0"
      )
    case .changedWhileRead:
      (
        "it changed while it was read. Run again when nobody writes to it",
        "tệp bị thay đổi trong lúc đọc. Hãy chạy lại khi không ai ghi vào tệp"
      )
    case .diskFull:
      (
        "no space left to write {0}. Make room and run again; nothing half-written is left",
        "hết chỗ trên đĩa để ghi {0}. Hãy giải phóng chỗ rồi chạy lại; không để lại tệp dở dang"
      )
    case .noPermissionToWrite:
      (
        "no permission to write {0}. Choose another --output",
        "không có quyền ghi {0}. Hãy chọn --output khác"
      )
    case .outputFolderMissing:
      (
        "the folder of {0} is not there; was it removed?",
        "không còn thư mục của {0}; có phải thư mục đã bị xóa?"
      )
    case .linkInOutput:
      (
        "{0} would be written through a link out of the output folder. Remove the link",
        "{0} sẽ bị ghi qua một liên kết ra ngoài thư mục kết quả. Hãy bỏ liên kết đó"
      )
    case .writingFailed:
      ("{0} cannot be written ({1})", "không ghi được {0} ({1})")
    case .outputEdited:
      (
        "{0} was edited since it was written and is kept. --force overwrites it",
        "{0} đã được sửa sau khi ghi nên được giữ nguyên. Dùng --force để ghi đè"
      )
    case .outputIsInput:
      (
        "{0} is the input itself. Choose another --output",
        "{0} chính là tệp đầu vào. Hãy chọn --output khác"
      )
    case .nameTaken:
      (
        "{0} is the output of another input already. Convert them into separate folders",
        "{0} đã là kết quả của một tệp khác. Hãy chuyển chúng vào các thư mục riêng"
      )
    case .readingLimit:
      (
        "it is beyond {0} {1}. Do not trust it; if you know where it comes from, raise the limit",
        "tệp vượt quá {0} {1}. Không nên tin tệp này; nếu biết rõ nguồn gốc, hãy nâng giới hạn"
      )
    case .timeLimit:
      (
        "it took longer than {0} seconds and was stopped. Raise --time-limit if you trust the file",
        "xử lý quá {0} giây nên bị dừng. Nếu tin tệp này, hãy nâng --time-limit"
      )
    case .memoryLimit:
      (
        """
        it needed more than {0} MiB of memory and was stopped. \
        Raise --memory-limit if you trust the file
        """,
        "cần hơn {0} MiB bộ nhớ nên bị dừng. Nếu tin tệp này, hãy nâng --memory-limit"
      )
    case .crashed:
      (
        "the program failed on it (signal {0}). Please report it with the file",
        "chương trình gặp lỗi với tệp này (tín hiệu {0}). Xin báo lỗi kèm tệp"
      )
    case .needsOffice:
      (
        """
        it is {0}, which LibreOffice has to convert first. Install it \
        (apt-get install libreoffice-writer-nogui) or save the file as .docx
        """,
        """
        tệp là {0}, cần LibreOffice chuyển trước. Hãy cài LibreOffice \
        (apt-get install libreoffice-writer-nogui) hoặc lưu tệp thành .docx
        """
      )
    case .workbookFailed:
      (
        "the workbook cannot be written ({0}). Use --to csv, or choose another folder",
        "không ghi được tệp Excel ({0}). Hãy dùng --to csv hoặc chọn thư mục khác"
      )
    case .officeFailed:
      (
        "LibreOffice did not convert it ({0}). Open it there and save it as .docx",
        "LibreOffice không chuyển được ({0}). Hãy mở bằng LibreOffice rồi lưu thành .docx"
      )
    case .officeTimeLimit:
      (
        "LibreOffice needed more than {0} seconds and was stopped. Save the file as .docx",
        "LibreOffice mất hơn {0} giây nên bị dừng. Hãy lưu tệp thành .docx"
      )
    case .noDocuments: ("no documents found", "không tìm thấy tài liệu nào")
    }
  }
}
