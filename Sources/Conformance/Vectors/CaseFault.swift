/// The first stage of a case that went wrong, and how.
struct CaseFault: Sendable, Hashable {
    var stage: String
    var message: String

    init(_ stage: String, _ message: String, comment: String?) {
        self.stage = stage
        self.message = comment.map { "\(message)\n  about: \($0)" } ?? message
    }
}
