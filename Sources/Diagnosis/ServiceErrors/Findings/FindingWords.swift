import Codes
import Evidence
import Report
import WireText

/// A title or a meaning that says more of this very failure than those of its code do.
struct FindingWords: Sendable, Hashable {
    var title: String?
    var meaning: String?

    /// - Parameter call: The failed call, with the code that was found for it.
    init(_ code: FindingCode, _ call: FailedCall) {
        switch code {
        case .answerNotShown where PrintedObject.mark(in: call.message) == nil:
            title = "What was answered is not in the text"
            meaning = "The text tells of a failure in a person's words, and the message itself is not in it."
        case .networkUnreachable:
            guard let address = call.refusedAddress, address.isLocal else { return }
            title = "Nobody listens at \(PrintableText.escaped(address.text, limit: 80))"
            meaning = "The connection was refused on the machine itself, so nothing was sent to AWS."
        case .networkProxyFailed:
            guard let address = call.refusedAddress else { return }
            title = "The proxy at \(PrintableText.escaped(address.text, limit: 80)) does not answer"
        case .tokenExpired:
            guard SignOnStep(call) == .unreadable else { return }
            title = "The cached session of single sign-on cannot be read"
            meaning = "Its time is written in a form that the program does not know."
        default: break
        }
    }
}
