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

    /// A rule with its number, which one of an account's own has not, and what it counted.
    private struct Armed {
        let id: Int?
        let rule: FaultRule
        var matched = 0
        var struck = 0
        var chances: SeededBits

        init(_ id: Int?, _ rule: FaultRule) {
            self.id = id
            self.rule = rule
            chances = SeededBits(seed: rule.condition.seed)
        }
    }

    private let rules: Mutex<[Armed]>
    /// Whether there is none, which most servers ask for each call.
    private let isEmpty: Atomic<Bool>

    /// - Parameters:
    ///   - ordered: The rules that can be taken away again, by their numbers.
    ///   - own: Those of the account, behind the others.
    init(_ ordered: [(id: Int, rule: FaultRule)], own: [FaultRule] = []) {
        isEmpty = Atomic(ordered.isEmpty && own.isEmpty)
        rules = Mutex(ordered.map { Armed($0.id, $0.rule) } + own.map { Armed(nil, $0) })
    }

    /// Whether there is anything to inject.
    var isIdle: Bool { isEmpty.load(ordering: .relaxed) }

    /// Adds a rule behind those that were ordered before.
    func add(_ rule: FaultRule, id: Int) {
        rules.withLock { rules in
            rules.insert(Armed(id, rule), at: rules.firstIndex { $0.id == nil } ?? rules.endIndex)
            isEmpty.store(false, ordering: .relaxed)
        }
    }

    /// Takes a rule away.
    func remove(_ id: Int) {
        rules.withLock { rules in
            rules.removeAll { $0.id == id }
            isEmpty.store(rules.isEmpty, ordering: .relaxed)
        }
    }

    /// How many calls a rule has matched and struck; nil where it is not.
    func count(of id: Int) -> (matched: Int, struck: Int)? {
        rules.withLock { rules in rules.first { $0.id == id }.map { ($0.matched, $0.struck) } }
    }

    /// Counts a call and decides what becomes of it.
    func decide(model: String, operation: FaultCondition.Operation) -> Decision {
        rules.withLock { rules in
            var decision = Decision()
            for index in rules.indices where rules[index].rule.condition.matches(model: model, operation: operation) {
                guard Self.isDue(&rules[index]) else { continue }
                let rule = rules[index].rule
                if case .delay(let pause) = rule.fault {
                    decision.delay += pause
                } else if decision.strike == nil {
                    decision.strike = Strike(rule: rule, seed: rules[index].chances.next())
                } else {
                    // An earlier rule strikes this call; the next one is this rule's again.
                    continue
                }
                rules[index].struck += 1
            }
            return decision
        }
    }

    /// Counts a matching call; whether the rule's number, times and chance allow it to strike.
    private static func isDue(_ armed: inout Armed) -> Bool {
        let condition = armed.rule.condition
        armed.matched += 1
        guard armed.matched >= condition.nth else { return false }
        if let times = condition.times, armed.struck >= times { return false }
        // One number for each call, so that the sequence does not depend on what other rules do.
        return condition.probability >= 1 || armed.chances.nextUnit() < condition.probability
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
