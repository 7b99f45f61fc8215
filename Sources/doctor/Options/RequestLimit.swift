import Diagnosis
import Report
import Synchronization

/// The most requests that a run may send and the most tokens that it may use, counted as they go out.
final class RequestLimit: Sendable {
    private struct State {
        var sent = 0
        /// What was used, and what the calls under way can use.
        var tokens = 0
        var reached: RunLimit?
    }

    /// The limits; `nil` for none.
    let most: Int?
    let mostTokens: Int?
    private let state = Mutex(State())

    init(_ most: Int?, tokens: Int? = nil) {
        self.most = most
        mostTokens = tokens
    }

    /// Takes one request out of what is left; the limit when nothing is.
    ///
    /// - Parameter tokens: The most that it can use, which is set aside until ``settle(reserved:used:)``.
    func take(tokens: Int) -> RunLimit? {
        state.withLock { state in
            if let most, state.sent >= most {
                state.reached = .requests(most)
            } else if let mostTokens, tokens > 0, state.tokens + tokens > mostTokens {
                state.reached = .tokens(mostTokens)
            } else {
                state.sent += 1
                state.tokens += tokens
                return nil
            }
            return state.reached
        }
    }

    /// Takes a request that uses no tokens; false when none is left.
    func take() -> Bool { take(tokens: 0) == nil }

    /// Puts what a call used in the place of what was set aside for it; what nobody counted stays set aside.
    func settle(reserved: Int, used: Int?) {
        guard let used else { return }
        state.withLock { $0.tokens += used - reserved }
    }

    /// What a report says when something was not sent because of a limit; `nil` otherwise.
    var note: String? {
        switch state.withLock({ $0.reached }) {
        case nil: nil
        case .requests(let most): "--max-requests \(most) was reached: the rest was not probed"
        case .tokens(let most): "--max-tokens \(most) was reached: the rest was not probed"
        }
    }

    /// Refuses a plan that can use more tokens than the run may.
    ///
    /// - Throws: ``CommandFailure`` of wrong usage, before anything is sent.
    func refuse(planOf tokens: Int, _ what: String) throws(CommandFailure) {
        guard let mostTokens, tokens > mostTokens else { return }
        throw CommandFailure(
            .usage,
            "--max-tokens \(mostTokens): \(what) can use \(tokens) tokens; raise the limit, or ask for less: nothing was sent"
        )
    }
}
