import Foundation

/// The only place that reads and writes files.
enum FileSystem {
    /// The bytes of a file.
    ///
    /// - Throws: ``InputProblem`` naming the file and the reason.
    static func read(_ path: String) throws(InputProblem) -> [UInt8] {
        do {
            return [UInt8](try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw InputProblem(file: path, message: reason(error, path: path))
        }
    }

    /// Everything on standard input.
    static func readStandardInput() throws(InputProblem) -> [UInt8] {
        do {
            return [UInt8](try FileHandle.standardInput.readToEnd() ?? Data())
        } catch {
            throw InputProblem(file: "standard input", message: reason(error, path: "-"))
        }
    }

    static func write(_ text: String, to path: String) throws(InputProblem) {
        do {
            try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw InputProblem(file: path, message: "cannot be written: " + reason(error, path: path))
        }
    }

    static func isDirectory(_ path: String) -> Bool {
        let resolved = URL(filePath: path).resolvingSymlinksInPath()
        return (try? resolved.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory ?? false
    }

    static func isFile(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path) && !isDirectory(path)
    }

    /// The files below a directory, as paths that begin with it, in the order of their names.
    static func files(below directory: String) throws(InputProblem) -> [String] {
        guard let walker = FileManager.default.enumerator(atPath: directory) else {
            throw InputProblem(file: directory, message: "cannot be read as a directory")
        }
        var paths: [String] = []
        while let name = walker.nextObject() as? String {
            let path = directory.hasSuffix("/") ? directory + name : directory + "/" + name
            if isFile(path) { paths.append(path) }
        }
        return paths.sorted()
    }

    private static func reason(_ error: any Error, path: String) -> String {
        if !FileManager.default.fileExists(atPath: path), path != "-" { return "there is no such file" }
        if isDirectory(path) { return "is a directory" }
        let cocoa = error as NSError
        switch cocoa.code {
        case CocoaError.fileReadNoPermission.rawValue, CocoaError.fileWriteNoPermission.rawValue:
            return "permission denied"
        default:
            return cocoa.localizedDescription
        }
    }
}
