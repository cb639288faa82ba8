import ProgrammeModel

extension ProgrammeGenerator {
  /// A table of figures or of tasks.
  ///
  /// It always begins with STT or TT: in a text file nothing else tells a table from lines with tabs.
  struct Grid: CustomStringConvertible {
    var caption = ""
    var header: [String]
    var rows: [[String]]
    /// What must be told of the tasks of the rows.
    var tasks: [String] = []

    var description: String {
      ["[\(caption)]"].joined()
        + ([header] + rows).map { $0.joined(separator: " | ") }
        .joined(separator: " / ") + tasks.map { " {\($0)}" }.joined()
    }
  }

  mutating func figures() -> Grid {
    let names = ["Diện tích gieo trồng", "Tỷ lệ hộ nghèo", "Thu ngân sách", "Kết nạp đảng viên"]
    let rows = (1...number(1...3)).map { place in
      ["\(place)", pick(names), "\(number(1...900)),\(number(1...9))", "\(number(10...99))"]
    }
    return Grid(header: [pick(["STT", "TT"]), "Chỉ tiêu", "Năm 2024", "Năm 2025"], rows: rows)
  }

  /// A table of tasks, some of them under rows that name a section.
  mutating func tasks() -> Grid {
    var grid = Grid(header: ["STT", "Nhiệm vụ", "Thời gian", "Chủ trì"], rows: [])
    var section = ""
    let hasSections = chance(40)
    for place in 1...number(1...3) {
      if hasSections, place == 1 || chance(30) {
        section = pick(["Xây dựng Đảng", "Kinh tế - Xã hội"])
        grid.rows.append([["I", "II", "III"][place - 1], section, "", ""])
      }
      let task = pick([
        "Tổng kết công tác năm", "Kiểm tra các chi bộ", "Báo cáo kết quả học tập nghị quyết",
      ])
      let time = pick(["Quý II/2025", "Tháng 9/2025", "15/5/2025"])
      // None begins with a capital that TCVN3 lacks, whose size nobody could tell in a text file.
      let lead = pick(["Văn phòng Đảng ủy", "Hội Nông dân xã", "Ban Tuyên giáo"])
      grid.rows.append(["\(place)", task, time, lead])
      grid.tasks.append("\(section): \(task), \(time), \(lead)")
    }
    return grid
  }
}

extension ProgrammeGenerator.Grid {
  /// The table as it came out.
  init(_ table: Table) {
    self.init(
      caption: table.caption ?? "", header: table.header, rows: table.rows,
      tasks: table.tasks.filter { $0.role == .task }.map { task in
        let lead = task.lead.joined(separator: " + ")
        // Without a section row it is the title above, which the tree itself compares.
        let section = task.section.flatMap { name in
          table.rows.contains { $0.contains(name) } ? name : nil
        }
        return "\(section ?? ""): \(task.text), \(task.deadline?.text ?? ""), \(lead)"
      })
  }
}
