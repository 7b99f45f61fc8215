public import JSONText

/// Finds the recorded exchange that a request belongs to.
///
/// Requests are the same if method, target and body are: model ids are compared decoded, bodies as JSON. Identical requests
/// are answered in recorded order. Lookup is by hash; only a request that matches nothing is compared with the others.
/// Both sides are compared without their secrets, which recordings do not have; so no difference shows one.
public struct RequestMatcher: Sendable {
    /// What happens when a request comes more often than it was recorded.
    public enum Repetition: Sendable, Hashable {
        /// It matches nothing: each recorded exchange answers once.
        case refused
        /// The last recorded exchange answers again and again.
        case lastAgain
        /// The recorded exchanges answer in order, from the first again.
        case fromStart
    }

    /// What a request matches.
    public enum Match: Sendable, Hashable {
        /// The exchange at that index.
        case found(Int)
        /// None; the exchange at that index has the most similar request. No differences mean that it is the same request,
        /// already answered as often as it was recorded.
        case nearMiss(Int, [JSONDifference])
        /// None, and there is nothing to compare with.
        case none
    }

    /// The exchanges with one request, in order: nearly always a single one, which needs no array.
    private struct Answers: Sendable {
        let first: Int
        var others: [Int] = []

        var count: Int { 1 + others.count }
        var last: Int { others.last ?? first }
        subscript(number: Int) -> Int { number == 0 ? first : others[number - 1] }
    }

    private let requests: [KnownRequest]
    private let answers: [RequestKey: Answers]
    private let repetition: Repetition
    /// Whether something stands in a recorded request in place of a secret.
    ///
    /// Where nothing does, no request that holds a secret is among them, and nobody need look for secrets in what comes:
    /// that costs a server more than everything else about matching.
    package let holdsReplacements: Bool
    /// How often each request was answered, in the place of the first exchange with it.
    ///
    /// Apart from what was recorded, of which a matcher that begins anew makes no copy.
    private var uses: [Int]
    /// Of each exchange whether it answered.
    private var isUsed: [Bool]

    /// A matcher over the exchanges; their indices are what it answers with.
    public init(_ exchanges: [Exchange], repetition: Repetition = .refused) {
        self.init(known: exchanges.mappedByAllCores { KnownRequest($0.request) }, repetition: repetition)
    }

    /// A matcher over requests; their indices are what it answers with.
    package init(known requests: [KnownRequest], repetition: Repetition = .refused) {
        var answers: [RequestKey: Answers] = [:]
        answers.reserveCapacity(requests.count)
        var holdsReplacements = false
        for index in requests.indices {
            holdsReplacements = holdsReplacements || requests[index].holdsReplacements
            if let place = answers.index(forKey: requests[index].key) {
                answers.values[place].others.append(index)
            } else {
                answers[requests[index].key] = Answers(first: index)
            }
        }
        self.requests = requests
        self.answers = answers
        self.repetition = repetition
        self.holdsReplacements = holdsReplacements
        uses = Array(repeating: 0, count: requests.count)
        isUsed = Array(repeating: false, count: requests.count)
    }

    /// The exchange that answers a request with a JSON body, or with none.
    public mutating func match(method: String, target: String, body: JSONValue?) -> Match {
        match(method: method, target: target, body: body.map { .json($0) } ?? .none)
    }

    /// The exchange that answers a request.
    public mutating func match(method: String, target: String, body: RecordedBody) -> Match {
        if let index = take(method: method, target: target, body: body) { return .found(index) }
        return nearest(method: method, target: target, body: body)
    }

    /// The exchange that answers a request, without a search for a similar one.
    ///
    /// - Returns: its index, or nil if nothing matches or all that match are used.
    public mutating func take(method: String, target: String, body: RecordedBody) -> Int? {
        if let index = take(RequestKey(method: method, target: target, body: body)) { return index }
        guard holdsReplacements else { return nil }
        return take(Self.key(method: method, target: target, body: body))
    }

    /// The exchange that answers the request with a key, without a search for a similar one.
    ///
    /// - Parameter use: whether it counts as given.
    package mutating func take(_ key: RequestKey, _ use: Use = .counted) -> Int? {
        guard let answers = answers[key] else { return nil }
        let used = uses[answers.first]
        let next: Int
        switch repetition {
        case .refused where used >= answers.count: return nil
        case .refused: next = used
        case .lastAgain: next = min(used, answers.count - 1)
        case .fromStart: next = used % answers.count
        }
        let index = answers[next]
        if use == .counted {
            uses[answers.first] += 1
            isUsed[index] = true
        }
        return index
    }

    /// Whether an answer that is found counts as given.
    package enum Use: Sendable, Hashable { case counted, looked }

    /// The indices of the exchanges that have not answered anything, in order.
    public func unused() -> [Int] { requests.indices.filter { !isUsed[$0] } }

    /// The recorded request most similar to one that matched nothing; for a request that is recorded, its last exchange.
    public func nearest(method: String, target: String, body: RecordedBody) -> Match {
        let key = Self.key(method: method, target: target, body: body)
        if let same = answers[key]?.last { return .nearMiss(same, []) }
        let redactor = Redactor.standard
        return NearestRequest(requests: requests.map(\.request), isUsed: isUsed)
            .find(method: method, target: redactor.redact(target), body: redactor.redact(body))
    }

    /// The key of a request, without its secrets.
    package static func key(method: String, target: String, body: RecordedBody) -> RequestKey {
        let redactor = Redactor.standard
        return RequestKey(method: method, target: redactor.redact(target), body: redactor.redact(body))
    }
}
