import FoundationEssentials
import Glibc
import Report
import SystemPackage

extension FileSystem {
    /// Who may read a file that is made anew.
    enum Readership: Sendable {
        /// Everybody whom the process's mask lets.
        case usual
        /// The owner alone: it holds requests, with what somebody said in them.
        case owner
    }

    /// Writes a file.
    ///
    /// A file is put in place of the one that is there as a whole: a full disk or an interruption leaves the old one,
    /// and a reader sees the old or the new one. It keeps its permissions, unless its owner alone may read it. A link is followed. What is not a file (a pipe, a
    /// device such as `/dev/stdout`) is written into, and so is a file whose directory takes no other,
    /// or that is mounted by itself.
    static func write(_ text: String, to path: String) throws(InputProblem) {
        try write(Array(text.utf8), to: path)
    }

    /// Writes a file from its bytes.
    static func write(
        _ bytes: [UInt8], to path: String, readableBy readership: Readership = .usual
    ) throws(InputProblem) {
        do {
            if let target = replaceableTarget(path) {
                try replace(target, with: bytes, readership)
            } else {
                try Data(bytes).write(to: URL(filePath: path))
            }
        } catch {
            throw writingProblem(error, path)
        }
    }

    /// Refuses a path at which no file can be written, before a run has cost anything; nothing is made or changed.
    static func requirePlace(for path: String) throws(InputProblem) {
        let directory = directory(of: path)
        guard isDirectory(directory), !isDirectory(path) else { throw writingProblem(Errno.isDirectory, path) }
        let isThere = FileKind(path) != nil
        guard
            isThere && FileManager.default.isWritableFile(atPath: path)
                || FileManager.default.isWritableFile(atPath: directory)
        else { throw writingProblem(Errno.permissionDenied, path) }
    }

    /// Makes an empty file that its owner alone can read, or empties the one that is there.
    static func makePrivate(_ path: String) throws(InputProblem) {
        do {
            if FileKind(path) == nil { try createPrivate(path) } else { try Data().write(to: URL(filePath: path)) }
        } catch {
            throw writingProblem(error, path)
        }
    }

    /// Writes a new file that everybody may read into the directory for temporary ones.
    ///
    /// - Returns: its path.
    static func writeTemporary(
        _ bytes: [UInt8], named name: String, environment: [String: String]
    ) throws(InputProblem) -> String {
        let set = environment["TMPDIR"] ?? ""
        let directory = set.isEmpty ? "/tmp" : canonical(set)
        let path = "\(directory)/\(name)-\(String(UInt64.random(in: .min ... .max), radix: 36)).pem"
        do {
            // Never what somebody else has put there.
            let file = try FileDescriptor.open(
                FilePath(path), .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
                permissions: [.ownerReadWrite, .groupRead, .otherRead])
            try file.closeAfter { _ = try file.writeAll(bytes) }
            return path
        } catch {
            throw writingProblem(error, path)
        }
    }

    /// Opens a file that its owner alone can read, emptied if it is there; what is no file, such as a pipe, as it is: a pipe
    /// without a reader is waited for.
    static func openPrivate(_ path: String) throws(InputProblem) -> FileDescriptor {
        switch FileKind(path) {
        case .file?, nil: try makePrivate(path)
        default: break
        }
        do {
            let file = try FileDescriptor.open(FilePath(path), .writeOnly, options: .closeOnExec)
            restrict(file, path)
            return file
        } catch {
            throw writingProblem(error, path)
        }
    }

    /// Lets the owner alone read a file that is open; what is no file stays as it is.
    ///
    /// By its descriptor: by its name it could be another one by now.
    private static func restrict(_ file: FileDescriptor, _ path: String) {
        guard let stat = try? Stat(file), stat.type == .regular, stat.permissions != .ownerReadWrite,
            fchmod(file.rawValue, FilePermissions.ownerReadWrite.rawValue) != 0
        else { return }
        StandardStreams.log(
            "doctor: \(path) holds requests, and its permissions cannot be changed: others may read it")
    }

    /// Opens a file for what comes piece by piece, emptied if it is there.
    static func openEmptied(_ path: String) throws(InputProblem) -> FileDescriptor {
        do {
            return try FileDescriptor.open(
                FilePath(path), .writeOnly, options: [.create, .truncate, .closeOnExec],
                permissions: [.ownerReadWrite, .groupReadWrite, .otherReadWrite])
        } catch {
            throw writingProblem(error, path)
        }
    }

    /// The file that another may take the place of; nil for what must be written into.
    private static func replaceableTarget(_ path: String) -> String? {
        var target = path
        // As many links as Linux follows.
        for _ in 0..<40 {
            // What these lead to is open already, and who opened it would not see another file.
            if ["/dev/std", "/dev/fd/", "/proc/"].contains(where: target.hasPrefix) { return nil }
            guard let next = try? FileManager.default.destinationOfSymbolicLink(atPath: target) else { break }
            target = next.hasPrefix("/") ? next : directory(of: target) + "/" + next
        }
        switch FileKind(target) {
        case .file?, nil: return target
        default: return nil
        }
    }

    private static func replace(_ path: String, with bytes: [UInt8], _ readership: Readership) throws {
        let old = (try? Stat(FilePath(path)))?.permissions
        do {
            try writeAtomically(bytes, to: path, permissions: readership == .owner ? .ownerReadWrite : old)
        } catch {
            guard old != nil else { throw error }
            let isFixed = FileFault(error).isBusy || !FileManager.default.isWritableFile(atPath: directory(of: path))
            guard isFixed, FileManager.default.isWritableFile(atPath: path) else { throw error }
            try Data(bytes).write(to: URL(filePath: path))
        }
    }

    /// Writes a file whole; Foundation gives it the permissions of any new one.
    private static func writeAtomically(_ bytes: [UInt8], to path: String, permissions: FilePermissions?) throws {
        guard let permissions else { return try Data(bytes).write(to: URL(filePath: path), options: .atomic) }
        // It is never readable by more than it shall be: what the mask takes away is not given at first either.
        let mask = umask(~permissions.rawValue & 0o777)
        defer { _ = umask(mask) }
        try Data(bytes).write(to: URL(filePath: path), options: .atomic)
        try FileManager.default.setAttributes(
            [.posixPermissions: Int(permissions.rawValue & 0o7777)], ofItemAtPath: path)
    }

    private static func createPrivate(_ path: String) throws {
        let file = try FileDescriptor.open(
            FilePath(path), .writeOnly, options: [.create, .exclusiveCreate], permissions: .ownerReadWrite)
        try file.close()
    }

    private static func directory(of path: String) -> String {
        URL(filePath: path).deletingLastPathComponent().path
    }

    static func writingProblem(_ error: any Error, _ path: String) -> InputProblem {
        let directory = directory(of: path)
        if !isDirectory(directory) {
            return InputProblem(
                file: path, message: "cannot be written: there is no directory \(PrintableText.escaped(directory))")
        }
        if isDirectory(path) { return InputProblem(file: path, message: "cannot be written: is a directory") }
        return InputProblem(file: path, message: "cannot be written: \(FileFault(error))")
    }
}
