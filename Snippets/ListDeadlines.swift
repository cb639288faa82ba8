// List the tasks of a document that say when they are due.

import Foundation
import MucLuc

func visit(_ nodes: [Node]) {
  for node in nodes {
    for case .paragraph(let paragraph) in node.content {
      for task in paragraph.tasks {
        guard let deadline = task.deadline else { continue }
        print(deadline.edtf ?? deadline.text, task.lead.joined(separator: ", "), task.text)
      }
    }
    visit(node.children)
  }
}

let file = URL(fileURLWithPath: CommandLine.arguments.last ?? "chuong-trinh.docx")
let bytes = [UInt8](try Data(contentsOf: file))
visit(try Pipeline().convert(bytes, named: file.lastPathComponent).programme.outline)
