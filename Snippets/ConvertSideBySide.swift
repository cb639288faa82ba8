// Convert several documents side by side into one table of tasks; those that cannot be read are named.

import Foundation
import MucLuc

func programme(of file: URL) async -> Programme? {
  guard !Task.isCancelled, let data = try? Data(contentsOf: file) else { return nil }
  do {
    return try Pipeline().convert([UInt8](data), named: file.lastPathComponent).programme
  } catch {
    print("\(file.lastPathComponent): \(error)")
    return nil
  }
}

func programmes(of files: [URL]) async -> [Programme] {
  await withTaskGroup(of: Programme?.self) { group in
    for file in files { group.addTask { await programme(of: file) } }
    var programmes: [Programme] = []
    for await case .some(let programme) in group { programmes.append(programme) }
    return programmes
  }
}

let files = CommandLine.arguments.dropFirst().map { URL(fileURLWithPath: $0) }
FileHandle.standardOutput.write(Data(await programmes(of: files).csv()))
