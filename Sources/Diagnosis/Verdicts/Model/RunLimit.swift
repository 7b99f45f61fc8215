package import Codes
import WireText

/// The limit of a run that nothing more is sent beyond.
package enum RunLimit: Sendable, Hashable, CustomStringConvertible {
    case requests(Int)
    case tokens(Int)

    /// What a cell says that was not asked because of it.
    package var code: FindingCode {
        switch self {
        case .requests: .requestLimitReached
        case .tokens: .tokenLimitReached
        }
    }

    /// What the run has done.
    package var description: String {
        switch self {
        case .requests(let most): "the run has sent the \(Counted.words(most, "request")) of --max-requests"
        case .tokens(let most): "the run may use no more than the \(Counted.words(most, "token")) of --max-tokens"
        }
    }
}
