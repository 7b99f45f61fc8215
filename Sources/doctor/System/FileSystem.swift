import Evidence
import FoundationEssentials
import Report
import SystemPackage

/// The only place that reads and writes files.
enum FileSystem {
    /// The most bytes of an input that has no limit of its own.
    static let largestInput = 256 << 20

    /// The bytes of a file.
    ///
    /// - Parameters:
    ///   - path: The file. A shell's `<(...)` and `/dev/stdin` are read to their end; a named pipe, a device or a socket
    ///     that stands there by mistake is refused, since it could hold the command up for ever.
    ///   - limit: The most bytes to take; what has more is refused, never cut.
    ///   - takesPipes: Whether `<(...)` can be meant.
    /// - Throws: ``InputProblem`` naming the file and the reason.
    static func read(
        _ path: String, upTo limit: Int = largestInput, takesPipes: Bool = true
    ) throws(InputProblem) -> [UInt8] {
        do {
            return try open(path, upTo: limit, takesPipes: takesPipes) { try read($0, path, upTo: limit) }
        } catch let problem as InputProblem {
            throw problem
        } catch {
            throw InputProblem(file: path, message: readingReason(error, path: path))
        }
    }

    /// Opens a file that can be read.
    private static func open<Value>(
        _ path: String, upTo limit: Int, takesPipes: Bool, _ body: (FileDescriptor) throws -> Value
    ) throws -> Value {
        switch FileKind(path) {
        case .file?, .emptyDevice?, nil: break
        case .stream? where takesPipes: break
        case .directory?: throw InputProblem(file: path, message: "is a directory")
        case .stream?: throw InputProblem(file: path, message: "is a pipe, not a file")
        case .other(let kind)?: throw InputProblem(file: path, message: "is \(kind), not a file")
        }
        // A large file is refused before it is read.
        if let size = size(path), size > limit { throw tooLarge(path, limit) }
        let file = try FileDescriptor.open(FilePath(path), .readOnly, options: .closeOnExec)
        return try file.closeAfter { try body(file) }
    }

    /// Everything on standard input.
    static func readStandardInput(upTo limit: Int = largestInput) throws(InputProblem) -> [UInt8] {
        do {
            return try read(FileDescriptor.standardInput, "standard input", upTo: limit)
        } catch let problem as InputProblem {
            throw problem
        } catch {
            throw InputProblem(file: "standard input", message: readingReason(error, path: "-"))
        }
    }

    /// A file, or standard input (`-`), of which a large log is condensed while it is read.
    static func readCondensed(_ path: String, upTo limit: Int) throws(InputProblem) -> InputContent {
        let name = path == "-" ? "standard input" : path
        do {
            guard path != "-" else { return try condensed(FileDescriptor.standardInput, name, upTo: limit) }
            return try open(path, upTo: limit, takesPipes: true) { try condensed($0, path, upTo: limit) }
        } catch let problem as InputProblem {
            throw problem
        } catch {
            throw InputProblem(file: name, message: readingReason(error, path: path))
        }
    }

    private static func condensed(_ file: FileDescriptor, _ name: String, upTo limit: Int) throws -> InputContent {
        var condenser = InputCondenser()
        var size = 0
        try file.readPieces(upTo: limit + 1) { piece in
            size += piece.count
            condenser.add(piece)
        }
        guard size <= limit else { throw tooLarge(name, limit) }
        return condenser.content()
    }

    /// What is read to the end; some files and all pipes have no size to ask for.
    private static func read(_ file: FileDescriptor, _ name: String, upTo limit: Int) throws -> [UInt8] {
        // One byte more than may be says that there is more.
        let bytes = try file.readToEnd(upTo: limit + 1)
        guard bytes.count <= limit else { throw tooLarge(name, limit) }
        return bytes
    }

    /// The first bytes of a file, whatever size it says it has; none where it cannot be read.
    static func beginning(of path: String, upTo limit: Int) -> [UInt8] {
        guard let file = try? FileDescriptor.open(FilePath(path), .readOnly, options: .closeOnExec) else { return [] }
        return (try? file.closeAfter { try file.readToEnd(upTo: limit) }) ?? []
    }

    private static func tooLarge(_ name: String, _ limit: Int) -> InputProblem {
        InputProblem(
            file: name, message: "is larger than \(limit < 1 << 20 ? "\(limit >> 10) KB" : "\(limit >> 20) MB")")
    }

    private static func size(_ path: String) -> Int? {
        (try? FilePath(path).stat()).map { Int($0.size) }
    }

    /// Makes a directory with those above it, if it is not there.
    static func makeDirectory(_ path: String) throws(InputProblem) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            if isDirectory(path) { return }
            throw InputProblem(
                file: path, message: exists(path) ? "is not a directory" : "cannot be made: \(FileFault(error))")
        }
    }

    /// Removes a file; one that is not there is no fault.
    static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }

    static func isDirectory(_ path: String) -> Bool {
        (try? FilePath(path).stat())?.type == .directory
    }

    /// The absolute path without `.`, `..` and links, by which two names of one file are recognised.
    static func canonical(_ path: String) -> String {
        URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
    }

    /// Whether anything stands at the path, a directory and a broken permission included.
    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    /// The nearest folder above a path that this process may not enter; `nil` when all can be entered or are not there.
    static func closedFolder(above path: String) -> String? {
        var parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        while !parts.isEmpty {
            let folder = parts.joined(separator: "/")
            if isDirectory(folder) { return FileManager.default.isExecutableFile(atPath: folder) ? nil : folder }
            parts.removeLast()
        }
        return nil
    }

    static func isExecutable(_ path: String) -> Bool { FileManager.default.isExecutableFile(atPath: path) }

    static func isFile(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path) && !isDirectory(path)
    }

    /// Files to read, and what is not read of what looks like them.
    struct FoundFiles {
        var paths: [String] = []
        /// What was skipped, and why.
        var notes: [String] = []
    }

    /// What stands below a directory.
    struct Listing {
        /// The files, as paths that begin with the directory, in the order of their names.
        var files: [String] = []
        /// What is neither a file nor a directory, with what it is.
        var others: [(path: String, kind: String)] = []
    }

    /// The files below a directory, and what is none.
    ///
    /// Links to directories are not followed: they could go round in a ring. An interrupted walk ends early.
    static func listing(of directory: String) throws(InputProblem) -> Listing {
        var listing = Listing()
        var pending = [directory]
        while !Task.isCancelled, let next = pending.popLast() {
            let names: [String]
            do {
                names = try FileManager.default.contentsOfDirectory(atPath: next)
            } catch {
                // A directory further down may be closed to us; the one that was asked for may not.
                guard next == directory else { continue }
                throw InputProblem(file: directory, message: "cannot be read as a directory: \(FileFault(error))")
            }
            for name in names {
                let path = next.hasSuffix("/") ? next + name : next + "/" + name
                switch FileKind(path) {
                case .file?: listing.files.append(path)
                case .other(let kind)?: listing.others.append((path, kind))
                case .directory? where !isLink(path): pending.append(path)
                case .directory?, .stream?, .emptyDevice?, nil: continue
                }
            }
        }
        listing.files.sort()
        return listing
    }

    private static func isLink(_ path: String) -> Bool {
        (try? FilePath(path).stat(followTargetSymlink: false))?.type == .symbolicLink
    }

    /// The files below a directory whose names are wanted, and what else has such a name.
    static func files(
        below directory: String, where isWanted: (String) -> Bool = { _ in true }
    ) throws(InputProblem) -> FoundFiles {
        let listing = try listing(of: directory)
        let skipped = listing.others.filter { isWanted($0.path) }
        return FoundFiles(
            paths: listing.files.filter(isWanted),
            notes: skipped.map { "\($0.path): skipped: it is \($0.kind), not a file" })
    }

    private static func readingReason(_ error: any Error, path: String) -> String {
        if !FileManager.default.fileExists(atPath: path), path != "-" { return "there is no such file" }
        if isDirectory(path) { return "is a directory" }
        return FileFault(error).description
    }
}
