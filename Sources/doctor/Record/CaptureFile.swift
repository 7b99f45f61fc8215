import Conformance
import Recordings
import SigV4

/// The file that a capture's recording is kept in.
///
/// It is replaced as a whole, so a reader never sees half of it, and at most a few times a second, so a long run does not
/// spend its time writing.
struct CaptureFile {
    /// The file.
    let path: String
    private let name: String
    private let source: RecordingSource

    /// Takes a file that ends in `.json` as it is; in a directory it makes a name from the time.
    ///
    /// The file is made at once, so that a place that cannot be written is known before the first call.
    init(_ place: String, at now: Int64) throws(InputProblem) {
        let time = SigningTime(unixSeconds: now).amzDate
        source = RecordingSource(
            kind: .captured, tool: "doctor record", version: ToolVersion.current,
            date: "\(time.prefix(4))-\(time.dropFirst(4).prefix(2))-\(time.dropFirst(6).prefix(2))")
        if place.lowercased().hasSuffix(".json"), !FileSystem.isDirectory(place) {
            guard !FileSystem.exists(place) else {
                throw InputProblem(file: place, message: "is there already: give another file, or a directory")
            }
            path = place
        } else {
            try FileSystem.makeDirectory(place)
            var candidate = "\(place)/capture-\(time).json"
            var number = 2
            while FileSystem.exists(candidate) {
                candidate = "\(place)/capture-\(time)-\(number).json"
                number += 1
            }
            path = candidate
        }
        let file = path.split(separator: "/").last.map(String.init) ?? path
        name = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
        try FileSystem.write(
            Recording(name: name, source: source, exchanges: []).bytes(), to: path, readableBy: .owner)
    }

    /// Writes what the book has after each change, until the last.
    func keep(_ book: CaptureBook, _ changes: AsyncStream<Void>) async {
        for await _ in changes {
            let start = ContinuousClock.now
            // What fails now is tried again at the end, and reported then.
            _ = write(book)
            // A large file is written less often.
            try? await Task.sleep(for: max(.milliseconds(250), (ContinuousClock.now - start) * 10))
        }
    }

    /// Writes the last state; a capture without an exchange leaves no file.
    ///
    /// - Returns: why it could not be written.
    func finish(_ book: CaptureBook) -> InputProblem? {
        guard book.count > 0 else {
            FileSystem.remove(path)
            return nil
        }
        return write(book)
    }

    private func write(_ book: CaptureBook) -> InputProblem? {
        do throws(InputProblem) {
            try FileSystem.write(
                book.recording(name: name, source: source).bytes(), to: path, readableBy: .owner)
            return nil
        } catch {
            return error
        }
    }
}
