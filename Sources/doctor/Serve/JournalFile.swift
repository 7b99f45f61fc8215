import JSONText
import Synchronization
import SystemPackage
import WireText

/// The journal as a file of JSON lines, one for each request, written as it is answered.
///
/// A line is an entry with the head of its request and its signature, secrets masked. A disk that is full is told once, and
/// ends nothing: what could not be written is taken back, so that the file holds whole lines whatever happens.
final class JournalFile: Sendable {
    private struct State {
        var written: Int64 = 0
        var lost = 0
    }

    private let file: FileDescriptor
    private let path: String
    private let secrets: KnownSecrets
    private let state = Mutex(State())

    /// - Throws: ``InputProblem`` when the file cannot be written.
    init(_ path: String, masking secrets: KnownSecrets) throws(InputProblem) {
        self.path = path
        self.secrets = secrets
        if case .other("a named pipe")? = FileKind(path) {
            StandardStreams.log("doctor: waiting until somebody reads the pipe \(path)")
        }
        file = try FileSystem.openPrivate(path)
        FileSystem.restrict(path)
    }

    func take(_ entry: JournalEntry) {
        var members = entry.json
        members["request"] = JournalDetail.request(entry)
        members["signature"] = JournalDetail.signature(entry.observation)
        let line = secrets.masked(JSONValue.object(members).bytes(.compact)) + [UInt8(ascii: "\n")]
        let problem: (any Error)? = state.withLock { state in
            do {
                _ = try file.writeAll(line)
                state.written += Int64(line.count)
                return nil
            } catch {
                // What is no file, such as a pipe, cannot be taken back.
                try? file.resize(to: state.written)
                _ = try? file.seek(offset: state.written, from: .start)
                state.lost += 1
                return state.lost == 1 ? error : nil
            }
        }
        if let problem {
            StandardStreams.log(
                "doctor: \(FileSystem.writingProblem(problem, path).description); serving goes on without it")
        }
    }

    /// What to say at the end; nil when all was written.
    var words: String? {
        let lost = state.withLock { $0.lost }
        return lost == 0 ? nil : "doctor: \(Counted.words(lost, "request")) could not be written to \(path)"
    }
}
