import JSONText
import WireText

/// The journal as a file of JSON lines, one for each request, written as it is answered.
///
/// A line is an entry with the head of its request and its signature, secrets masked.
final class JournalFile: Sendable {
    private let file: GrowingFile
    private let secrets: KnownSecrets

    /// - Throws: ``InputProblem`` when the file cannot be written.
    init(_ path: String, masking secrets: KnownSecrets) throws(InputProblem) {
        self.secrets = secrets
        if case .other("a named pipe")? = FileKind(path) {
            StandardStreams.log("doctor: waiting until somebody reads the pipe \(path)")
        }
        file = try GrowingFile(path)
    }

    func take(_ entry: JournalEntry) {
        var members = entry.json
        members["request"] = JournalDetail.request(entry)
        members["signature"] = JournalDetail.signature(entry.observation)
        file.append(secrets.masked(JSONValue.object(members).bytes(.compact)) + [UInt8(ascii: "\n")])
    }

    /// What to say at the end; nil when all was written.
    var words: String? { file.words }
}
