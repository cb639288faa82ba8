extension HelpWording {
  /// The sentences of `mucluc index` and `mucluc search`.
  static let archive: [String: String] = [
    "Bring documents into one SQLite database, for mucluc search and any program of SQL.":
      "Đưa văn bản vào một cơ sở dữ liệu SQLite, cho mucluc search và mọi chương trình dùng SQL.",
    "The database to make or bring up to date.":
      "Kho (cơ sở dữ liệu) cần tạo hoặc cập nhật.",
    "Write a metadata file for Datasette beside the database.":
      "Ghi thêm tệp mô tả cho Datasette bên cạnh kho.",
    "kho.db gets kho.metadata.json beside it: datasette kho.db -m kho.metadata.json":
      "Bên cạnh kho.db có kho.metadata.json: datasette kho.db -m kho.metadata.json",
    "Search in a database of mucluc index, with or without tone marks.":
      "Tra cứu trong kho do mucluc index tạo, gõ dấu hay không dấu đều được.",
    "The database that mucluc index made.":
      "Kho do mucluc index tạo.",
    "Words, and phrases in quotation marks.":
      "Từ cần tìm; cụm từ đặt trong ngoặc kép.",
    "Documents of a body, by words of its name.":
      "Văn bản của một cơ quan, theo từ trong tên.",
    "Documents of a type, by its words or its code.":
      "Văn bản thuộc một loại, theo tên loại hoặc ký hiệu.",
    "Documents of a year, or whose period touches it.":
      "Văn bản của một năm, hoặc có kỳ chạm năm đó.",
    "Entries of a role: task, target, result, statement.":
      "Mục thuộc một loại: task, target, result, statement.",
    "Entries that a body is to carry out, by words of its name.":
      "Mục do một cơ quan chủ trì, theo từ trong tên.",
    "Entries due before a day, month or year, such as 2024-07-01 or 2024.":
      "Mục có thời hạn trước một ngày, tháng hoặc năm, chẳng hạn 2024-07-01 hoặc 2024.",
    "Entries due after a day, month or year.":
      "Mục có thời hạn sau một ngày, tháng hoặc năm.",
    "Passages that cite a document, by its code.":
      "Đoạn viện dẫn một văn bản, theo số và ký hiệu.",
    "How many hits at most; 20 by default.":
      "Nhiều nhất bao nhiêu kết quả; mặc định 20.",
    "How hits are printed: text, json, csv.":
      "Cách in kết quả: text, json, csv.",
    """
    EXAMPLES:
      mucluc index archive --output kho.db
      mucluc index 2023 2024 --output kho.db --datasette
      mucluc index --output kho.db             the paths of earlier runs again

    What is below the paths that are named is made to stand in the database as it stands on the disk: new and \
    changed files are read, files that are gone are taken out. What came from other paths stays. A run \
    that was stopped goes on where it was; two runs at once wait for one another.

    Exit codes: 0 all done; 1 an input failed; 2 wrong usage.
    """:
      """
    VÍ DỤ:
      mucluc index luu-tru --output kho.db
      mucluc index 2023 2024 --output kho.db --datasette
      mucluc index --output kho.db             lại những đường dẫn của các lần trước

    Những gì ở dưới các đường dẫn được nêu sẽ có trong kho đúng như trên đĩa: tệp mới và tệp đã sửa được đọc, \
    tệp không còn được bỏ ra. Những gì từ đường dẫn khác giữ nguyên. Lần chạy bị ngắt thì lần sau làm tiếp; hai \
    lần chạy cùng lúc chờ nhau.

    Mã thoát: 0 xong tất cả; 1 có tệp lỗi; 2 gọi lệnh sai.
    """,
    """
    EXAMPLES:
      mucluc search kho.db nuoc sach                    both words
      mucluc search kho.db "nuoc sach"                  the phrase
      mucluc search kho.db 'tuyen tr*' --year 2023 --role task
      mucluc search kho.db --lead "so y te" --due-before 2024-07-01 --format csv
      mucluc search kho.db --cites 139-KH/HU            who cites this document

    Every word has to stand in a hit: a title, a paragraph, a row of a table. Words in quotation marks \
    are a phrase; a * stands for the rest of a word. Letters with and without marks are one, and so are \
    i and y in words that are spelled both ways; hits with the very marks that you type come first.

    Exit codes: 0 something was found, or nothing; 1 the database cannot be used; 2 wrong usage.
    """:
      """
    VÍ DỤ:
      mucluc search kho.db nuoc sach                    cả hai từ
      mucluc search kho.db "nuoc sach"                  cụm từ
      mucluc search kho.db 'tuyen tr*' --year 2023 --role task
      mucluc search kho.db --lead "so y te" --due-before 2024-07-01 --format csv
      mucluc search kho.db --cites 139-KH/HU            ai viện dẫn văn bản này

    Mọi từ phải có trong một kết quả: một đề mục, một đoạn, một hàng của bảng. Các từ trong ngoặc kép là một cụm; \
    dấu * thay phần còn lại của một từ. Chữ có dấu và không dấu là một, i và y trong những từ viết được cả hai cách \
    cũng vậy; kết quả có đúng dấu như đã gõ đứng trước.

    Mã thoát: 0 có hoặc không có kết quả; 1 không dùng được kho; 2 gọi lệnh sai.
    """,
  ]
}
