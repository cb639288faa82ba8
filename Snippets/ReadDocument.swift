// Read a document and print its headings.

import Foundation
import MucLuc

let file = URL(fileURLWithPath: CommandLine.arguments.last ?? "chuong-trinh.docx")
let bytes = [UInt8](try Data(contentsOf: file))
let conversion = try Pipeline().convert(bytes, named: file.lastPathComponent)
for node in conversion.programme.outline {
  print(node.marker?.text ?? "", node.title ?? "")
}
