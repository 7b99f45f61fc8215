import Codes
import SigV4
import Synchronization

/// Counts calls and tokens, for the throttles and quotas of an account.
final class UsageMeter: Sendable {
    private struct Window {
        var number: Int64 = .min
        var used = 0

        mutating func move(to number: Int64) {
            if number != self.number { self = Window(number: number, used: 0) }
        }
    }

    private struct Usage {
        var throttled: [String: Int] = [:]
        var requests: [String: Window] = [:]
        var tokens: [String: Window] = [:]
    }

    private let usage = Mutex(Usage())

    /// Counts a call against its model's throttle and the account's quotas.
    ///
    /// - Throws: The throttling error of the first limit that is hit.
    func admit(
        _ resolution: ModelResolution, quotas: SimulatedAccount.Quotas, region: String, now: SigningTime
    ) throws(ServiceError) {
        let limit = usage.withLock { usage -> Throttling.Limit? in
            if case .throttled(let throttle) = resolution.access {
                guard let times = throttle.times else { return throttle.limit }
                let key = "\(region) \(resolution.profile?.id ?? resolution.model.id)"
                if usage.throttled[key, default: 0] < times {
                    usage.throttled[key, default: 0] += 1
                    return throttle.limit
                }
            }
            if let allowed = quotas.tokensPerDay {
                usage.tokens[region, default: Window()].move(to: now.unixSeconds / 86_400)
                if usage.tokens[region, default: Window()].used >= allowed { return .tokensPerDay }
            }
            if let allowed = quotas.requestsPerMinute {
                usage.requests[region, default: Window()].move(to: now.unixSeconds / 60)
                if usage.requests[region, default: Window()].used >= allowed { return .requests }
                usage.requests[region, default: Window()].used += 1
            }
            return nil
        }
        switch limit {
        case nil: return
        case .requests: throw .tooManyRequests
        case .tokens: throw .throttling(.throttled, "Too many tokens, please wait before trying again.")
        case .tokensPerDay:
            throw .throttling(.quotaDailyTokens, "Too many tokens per day, please wait before trying again.")
        }
    }

    /// Counts the tokens that a call used, when there is a quota on them.
    func charge(_ tokens: Int, quotas: SimulatedAccount.Quotas, region: String, now: SigningTime) {
        guard quotas.tokensPerDay != nil else { return }
        usage.withLock { usage in
            usage.tokens[region, default: Window()].move(to: now.unixSeconds / 86_400)
            usage.tokens[region, default: Window()].used += tokens
        }
    }
}
