import Conformance
import Foundation

/// The folders of data that stand beside the sources.
enum PackageFolder {
    /// The package, by its real path: it may have been built through a link.
    static let package = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// `vectors/` of the package.
    static let vectors = package.appendingPathComponent("vectors").resolvingSymlinksInPath()

    /// All files below a folder, their paths beginning with the folder's name.
    static func files(_ folder: URL) throws -> [InputFile] {
        var files: [InputFile] = []
        let root = folder.path
        for path in try FileManager.default.subpathsOfDirectory(atPath: root).sorted() {
            // A directory has no content.
            guard let content = FileManager.default.contents(atPath: root + "/" + path) else { continue }
            files.append(InputFile(path: folder.lastPathComponent + "/" + path, bytes: Array(content)))
        }
        return files
    }
}
