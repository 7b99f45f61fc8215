import Foundation
import Report

/// The only place that reads and writes files.
enum FileSystem {
    /// The bytes of a file.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - limit: The most bytes to take; a larger file is refused before it is read. With a limit only a regular file
    ///     is read, so that a pipe or a device that stands there by mistake cannot hold the command up.
    ///   - takesPipes: Whether a pipe is meant all the same, as a shell's `<(...)` is.
    /// - Throws: ``InputProblem`` naming the file and the reason.
    static func read(
        _ path: String, upTo limit: Int? = nil, takesPipes: Bool = false
    ) throws(InputProblem) -> [UInt8] {
        if let limit, let attributes = attributes(path), !takesPipes || isRegular(attributes) {
            guard isRegular(attributes) else {
                throw InputProblem(file: path, message: isDirectory(path) ? "is a directory" : "is no regular file")
            }
            guard let size = attributes[.size] as? Int, size <= limit else {
                throw InputProblem(
                    file: path,
                    message: "is larger than " + (limit < 1 << 20 ? "\(limit >> 10) KB" : "\(limit >> 20) MB"))
            }
        }
        do {
            // A link to a pipe, as a shell's `<(...)` makes, leads to no file that has attributes.
            let type = attributes(path)?[.type] as? FileAttributeType
            if type != .typeRegular, exists(path), !isDirectory(path) { return try readToEnd(path) }
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

    /// Writes into the file that is there, or makes it.
    ///
    /// The file is not replaced by a new one: the path may be a link, a pipe or a device such as `/dev/stdout`.
    static func write(_ text: String, to path: String) throws(InputProblem) {
        do {
            try Data(text.utf8).write(to: URL(filePath: path))
        } catch {
            let directory = URL(filePath: path).deletingLastPathComponent().path
            guard isDirectory(directory) else {
                throw InputProblem(
                    file: path, message: "cannot be written: there is no directory \(PrintableText.escaped(directory))")
            }
            throw InputProblem(file: path, message: "cannot be written: " + reason(error, path: path))
        }
    }

    /// Puts a new file in the place of the one that is there, if one is: a reader sees the old or the new one, never a part.
    static func replace(_ path: String, with bytes: [UInt8]) throws(InputProblem) {
        do {
            try Data(bytes).write(to: URL(filePath: path), options: .atomic)
        } catch {
            let directory = URL(filePath: path).deletingLastPathComponent().path
            guard isDirectory(directory) else {
                throw InputProblem(
                    file: path, message: "cannot be written: there is no directory \(PrintableText.escaped(directory))")
            }
            throw InputProblem(file: path, message: "cannot be written: " + reason(error, path: directory))
        }
    }

    /// Makes a directory with those above it, if it is not there.
    static func makeDirectory(_ path: String) throws(InputProblem) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            if isDirectory(path) { return }
            throw InputProblem(
                file: path,
                message: exists(path) ? "is no directory" : "cannot be made: \((error as NSError).localizedDescription)"
            )
        }
    }

    /// Removes a file; one that is not there is no fault.
    static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }

    static func isDirectory(_ path: String) -> Bool {
        let resolved = URL(filePath: path).resolvingSymlinksInPath()
        return (try? resolved.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory ?? false
    }

    /// The absolute path without `.`, `..` and links, by which two names of one file are told.
    static func canonical(_ path: String) -> String {
        URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
    }

    /// Whether anything stands at the path, a directory and a broken permission included.
    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    /// The attributes of what the path leads to, links followed.
    private static func attributes(_ path: String) -> [FileAttributeKey: Any]? {
        try? FileManager.default.attributesOfItem(atPath: URL(filePath: path).resolvingSymlinksInPath().path)
    }

    private static func isRegular(_ attributes: [FileAttributeKey: Any]) -> Bool {
        attributes[.type] as? FileAttributeType == .typeRegular
    }

    static func isExecutable(_ path: String) -> Bool { FileManager.default.isExecutableFile(atPath: path) }

    static func isFile(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path) && !isDirectory(path)
    }

    /// The files below a directory, as paths that begin with it, in the order of their names.
    ///
    /// An interrupted walk ends early.
    static func files(below directory: String) throws(InputProblem) -> [String] {
        guard let walker = FileManager.default.enumerator(atPath: directory) else {
            throw InputProblem(file: directory, message: "cannot be read as a directory")
        }
        var paths: [String] = []
        while !Task.isCancelled, let name = walker.nextObject() as? String {
            let path = directory.hasSuffix("/") ? directory + name : directory + "/" + name
            switch walker.fileAttributes?[.type] as? FileAttributeType {
            case .typeDirectory?: continue
            case .typeRegular?: paths.append(path)
            default: if isFile(path) { paths.append(path) }
            }
        }
        return paths.sorted()
    }

    /// What a pipe or a device gives, up to a gigabyte: there is no size to ask for.
    private static func readToEnd(_ path: String) throws -> [UInt8] {
        let handle = try FileHandle(forReadingFrom: URL(filePath: path))
        var bytes: [UInt8] = []
        while bytes.count < 1 << 30, !Task.isCancelled, let more = try handle.read(upToCount: 1 << 16), !more.isEmpty {
            bytes += more
        }
        return bytes
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
