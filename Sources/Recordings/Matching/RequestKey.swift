import JSONText

/// What makes two requests the same: method, target by meaning, body by meaning.
package struct RequestKey: Hashable, Sendable {
    package enum Target: Hashable, Sendable {
        case converse(ConverseTarget)
        /// Any other path, with its query, as sent.
        case other(String)
    }

    enum Body: Hashable, Sendable {
        case none
        case json(JSONMeaning)
        case bytes([UInt8])
    }

    let method: String
    let target: Target
    let body: Body
    /// The hash of all three, made once: a server looks for the key under a lock.
    package let meaningHash: Int

    package init(method: String, target: String, body: RecordedBody) {
        self.init(method: method, target: Self.target(target), body: body)
    }

    /// The key of a request whose target was read before.
    package init(method: String, target: Target, body: RecordedBody) {
        self.method = method.uppercased()
        self.target = target
        self.body =
            switch body {
            case .none: .none
            case .json(let value): .json(JSONMeaning(value))
            case .text, .bytes, .stream: .bytes(body.wireBytes)
            }
        var hasher = Hasher()
        hasher.combine(self.method)
        hasher.combine(self.target)
        hasher.combine(self.body)
        meaningHash = hasher.finalize()
    }

    package static func == (left: RequestKey, right: RequestKey) -> Bool {
        left.meaningHash == right.meaningHash && left.method == right.method && left.target == right.target
            && left.body == right.body
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(meaningHash) }

    /// What a path and query mean.
    package static func target(_ target: String) -> Target {
        ConverseTarget(target: target).map { .converse($0) } ?? .other(target)
    }
}
