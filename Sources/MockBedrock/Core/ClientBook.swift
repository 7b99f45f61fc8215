import Synchronization

/// The clients that a server keeps apart, each with answers and faults of its own, and the faults that were ordered for them.
final class ClientBook: Sendable {
    /// A rule that was given at the start or while the server ran.
    private struct Order {
        let id: Int
        let rule: FaultRule
        /// Whom it strikes; nil for every client, each by its own count.
        let client: ClientName?
    }

    private struct State {
        var named: [ClientName: CallAnswers] = [:]
        /// In the order in which they came.
        var names: [ClientName] = []
        var orders: [Order]
        var nextID: Int
        /// The recordings that no client asked for which was forgotten; nil while none was.
        var unusedByForgotten: Set<String>?
    }

    /// The answers to clients that give no name: reading them needs no lock.
    let unnamed: CallAnswers
    private let limit: Int
    private let state: Mutex<State>

    /// The most faults that may stand at once.
    static let mostFaults = 256

    init(_ configuration: MockServerConfiguration) {
        let orders = configuration.faults.enumerated().map { Order(id: $0 + 1, rule: $1, client: nil) }
        unnamed = CallAnswers(configuration, faults: orders.map { ($0.id, $0.rule) })
        limit = configuration.limits.clients
        state = Mutex(State(orders: orders, nextID: orders.count + 1))
    }

    /// The answers to a client; nil when there are as many clients as may be.
    func answers(for client: ClientName) -> CallAnswers? {
        guard client != .unnamed else { return unnamed }
        return state.withLock { state in
            if let known = state.named[client] { return known }
            guard state.named.count < limit else { return nil }
            let faults = state.orders.filter { $0.client == nil || $0.client == client }.map { ($0.id, $0.rule) }
            let answers = unnamed.anew(faults: faults)
            state.named[client] = answers
            state.names.append(client)
            return answers
        }
    }

    /// The names that came, in their order.
    var names: [ClientName] { state.withLock { $0.names } }

    /// Forgets a client: it begins anew when it comes again.
    func forget(_ client: ClientName) -> Bool {
        state.withLock { state in
            guard let answers = state.named.removeValue(forKey: client) else { return false }
            state.names.removeAll { $0 == client }
            let unused = Set(answers.unusedRecordings)
            state.unusedByForgotten = state.unusedByForgotten.map { $0.intersection(unused) } ?? unused
            return true
        }
    }

    /// The recordings that no client asked for.
    var unusedRecordings: [String] {
        let (named, forgotten) = state.withLock { (Array($0.named.values), $0.unusedByForgotten) }
        let others = named.map { Set($0.unusedRecordings) } + [forgotten].compactMap(\.self)
        return unnamed.unusedRecordings.filter { label in others.allSatisfy { $0.contains(label) } }
    }

    // MARK: Faults

    /// Orders a fault, behind those that stand.
    ///
    /// - Returns: Its number; nil when there are as many as may be.
    func add(_ rule: FaultRule, for client: ClientName?) -> Int? {
        state.withLock { state in
            guard state.orders.count < Self.mostFaults else { return nil }
            let order = Order(id: state.nextID, rule: rule, client: client)
            state.nextID += 1
            state.orders.append(order)
            for answers in struck(by: order, state) { answers.add(order.rule, id: order.id) }
            return order.id
        }
    }

    /// Takes a fault away.
    func remove(_ id: Int) -> Bool {
        state.withLock { state in
            guard let place = state.orders.firstIndex(where: { $0.id == id }) else { return false }
            for answers in struck(by: state.orders[place], state) { answers.removeFault(id) }
            state.orders.remove(at: place)
            return true
        }
    }

    /// Takes every fault away, but for those that an account has of its own.
    func removeAll() {
        for fault in faults { _ = remove(fault.id) }
    }

    /// The faults that stand, in the order in which they came.
    var faults: [StandingFault] {
        state.withLock { state in
            state.orders.map { order in
                let counts = struck(by: order, state).flatMap { $0.counts(ofFault: order.id) }
                let matched = counts.filter { $0.matched > 0 }
                let remaining = order.rule.condition.times.map { times in
                    matched.map { max(0, times - $0.struck) }.max() ?? times
                }
                return StandingFault(
                    id: order.id, rule: order.rule, client: order.client, remaining: remaining,
                    struck: counts.reduce(0) { $0 + $1.struck })
            }
        }
    }

    private func struck(by order: Order, _ state: State) -> [CallAnswers] {
        guard let client = order.client else { return [unnamed] + state.named.values }
        return client == .unnamed ? [unnamed] : [state.named[client]].compactMap(\.self)
    }
}

/// A fault that a server makes now, and what it did so far.
public struct StandingFault: Sendable, Hashable {
    /// Its number, by which it is taken away.
    public let id: Int
    /// What goes wrong, and when.
    public let rule: FaultRule
    /// Whose calls it strikes; nil for those of every client.
    public let client: ClientName?
    /// How many calls it will strike yet; nil when there is no end to it.
    ///
    /// Of a fault for every client, each of which it counts by itself, it is the most that is left for one that it has met.
    public let remaining: Int?
    /// How many calls it has struck.
    public let struck: Int
}
