import JSONText
import Recordings

/// Which recorded requests are sent to an upstream to see whether its answers have changed, and what that takes at most.
package struct DriftPlan: Sendable {
    /// A request to send.
    struct Item: Sendable {
        let id: String
        let exchange: Exchange
        let body: [UInt8]
        /// The most tokens that it can use: those of the answer, and one for each byte of the prompt.
        let tokens: Int
        /// Why it is not sent; nil if it is.
        let reasonToSkip: String?
    }

    let items: [Item]
    /// What is not a case.
    package let notes: [String]
    /// How many requests are sent.
    package let requests: Int
    /// How many tokens the answers have at most, all together.
    package let answerTokens: Int
    /// How many bytes the bodies have, all together; a token of a prompt takes at least one.
    package let promptBytes: Int

    /// The most tokens that all of it can use.
    package var mostTokens: Int { answerTokens + promptBytes }

    /// - Parameters:
    ///   - inputs: the recordings.
    ///   - maxRequests: the most requests to send; nil for all.
    ///   - maxTokens: what limits an answer whose request has no limit of its own.
    ///   - chosen: The places of the cases to ask, ascending, among all cases by their ids.
    /// - Throws: what `chosen` throws.
    package init(
        _ inputs: [ReplayInput], maxRequests: Int?, maxTokens: Int, chosen: ([String]) throws -> [Int]
    ) rethrows {
        let whole = ReplayPlan(inputs)
        let plan = whole.keeping(try chosen(whole.cases.map(\.id)))
        self.init(plan, maxRequests: maxRequests, maxTokens: maxTokens)
    }

    /// The same for all cases.
    package init(_ inputs: [ReplayInput], maxRequests: Int?, maxTokens: Int) {
        self.init(ReplayPlan(inputs), maxRequests: maxRequests, maxTokens: maxTokens)
    }

    private init(_ plan: ReplayPlan, maxRequests: Int?, maxTokens: Int) {
        var items: [Item] = []
        var seen: Set<RequestKey> = []
        var (requests, tokens, bytes) = (0, 0, 0)
        for item in plan.cases {
            let request = item.exchange.request
            let limited = Self.limited(request.body, maxTokens)
            let isFirst = seen.insert(
                RequestKey(method: request.method, target: request.target, body: request.body)
            ).inserted
            let reason =
                Self.reasonToSkip(item.exchange.response)
                ?? (limited == nil ? "its request is not a JSON object" : nil)
                ?? (isFirst ? nil : "an equal request is sent already")
                ?? (requests >= maxRequests ?? .max ? "beyond --max-requests" : nil)
            if reason == nil, let limited {
                requests += 1
                // A refusal costs no tokens, but nobody knows whether it is still one.
                tokens += limited.tokens
                bytes += limited.body.count
            }
            items.append(
                Item(
                    id: item.id, exchange: item.exchange, body: limited?.body ?? [],
                    tokens: limited.map { $0.tokens + $0.body.count } ?? 0, reasonToSkip: reason))
        }
        self.items = items
        notes = plan.notes
        self.requests = requests
        answerTokens = tokens
        promptBytes = bytes
    }

    /// Such an answer says how busy the service was, not what it is like.
    private static func reasonToSkip(_ response: RecordedResponse) -> String? {
        response.status == 429 || response.status >= 500 || response.status < 200
            ? "its recorded status \(response.status) says nothing about shape" : nil
    }

    /// The body with a limit on the answer, and that limit; nil if it is not an object.
    private static func limited(_ body: RecordedBody, _ maxTokens: Int) -> (body: [UInt8], tokens: Int)? {
        guard case .json(.object(var request)) = body else { return nil }
        if let own = request["inferenceConfig"]?["maxTokens"]?.numberValue?.int64, own > 0 {
            return (body.wireBytes, Int(own))
        }
        var configuration = request["inferenceConfig"]?.objectValue ?? JSONObject()
        configuration["maxTokens"] = .number(JSONNumber(maxTokens))
        request["inferenceConfig"] = .object(configuration)
        return (JSONValue.object(request).bytes(), maxTokens)
    }
}
