import Synchronization
import SystemPackage
import WireText

/// A file that gets a part for each request as it is answered.
///
/// A disk that is full is told once, and ends nothing: what could not be written is taken back, so that the file holds whole
/// parts whatever happens.
final class GrowingFile: Sendable {
    private struct State {
        var written: Int64 = 0
        var lost = 0
    }

    private let file: FileDescriptor
    private let path: String
    private let state = Mutex(State())

    /// Opens a file that its owner alone can read; what was in it is gone.
    ///
    /// - Throws: ``InputProblem`` when the file cannot be written.
    init(_ path: String) throws(InputProblem) {
        self.path = path
        file = try FileSystem.openPrivate(path)
    }

    /// Writes what belongs to one request.
    func append(_ part: [UInt8]) {
        let problem: (any Error)? = state.withLock { state in
            do {
                _ = try file.writeAll(part)
                state.written += Int64(part.count)
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
