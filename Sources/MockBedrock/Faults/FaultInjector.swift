import Synchronization

/// Counts calls and says which of them a fault strikes.
final class FaultInjector: Sendable {
    /// What becomes of one call.
    struct Decision: Sendable {
        /// How much later its answer comes.
        var delay: Duration = .zero
        /// The fault that strikes it.
        var strike: Strike?

        /// Whether the right answer comes: then it may be counted as given.
        var isWhole: Bool {
            switch strike?.rule.fault {
            case nil, .delay, .carriage(.slowBody): true
            case .answer, .carriage, .content: false
            }
        }
    }

    /// A fault that strikes a call, with the seed of what is random about it.
    struct Strike: Sendable {
        let rule: FaultRule
        let seed: UInt64
    }

    private struct Count {
        var matched = 0
        var struck = 0
        var chances: SeededBits
    }

    private let rules: [FaultRule]
    private let counts: Mutex<[Count]>

    init(_ rules: [FaultRule]) {
        self.rules = rules
        counts = Mutex(rules.map { Count(chances: SeededBits(seed: $0.condition.seed)) })
    }

    /// Whether there is anything to inject.
    var isIdle: Bool { rules.isEmpty }

    /// Counts a call and decides what becomes of it.
    func decide(model: String, operation: FaultCondition.Operation) -> Decision {
        counts.withLock { counts in
            var decision = Decision()
            for (index, rule) in rules.enumerated()
            where rule.condition.matches(model: model, operation: operation) {
                guard Self.isDue(rule.condition, &counts[index]) else { continue }
                if case .delay(let pause) = rule.fault {
                    decision.delay += pause
                } else if decision.strike == nil {
                    decision.strike = Strike(rule: rule, seed: counts[index].chances.next())
                } else {
                    // An earlier rule strikes this call; the next one is this rule's again.
                    continue
                }
                counts[index].struck += 1
            }
            return decision
        }
    }

    /// Counts a matching call; whether the rule's number, times and chance allow it to strike.
    private static func isDue(_ condition: FaultCondition, _ count: inout Count) -> Bool {
        count.matched += 1
        guard count.matched >= condition.nth else { return false }
        if let times = condition.times, count.struck >= times { return false }
        // One number for each call, so that the sequence does not depend on what other rules do.
        return condition.probability >= 1 || count.chances.nextUnit() < condition.probability
    }
}

extension FaultCondition.Operation {
    /// The operation of a route, if faults are made for it.
    init?(_ route: Route) {
        switch route {
        case .model(_, .converse): self = .converse
        case .model(_, .converseStream): self = .converseStream
        default: return nil
        }
    }
}
