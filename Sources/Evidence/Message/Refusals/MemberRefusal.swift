/// One member of a request that was refused: where it stands, what was found there, and what is allowed.
///
/// Services and clients say it in a few grammars, each read in a file of its own: Coral's constraints, botocore's checks,
/// JSON schema, the fields of the model providers, and sentences with a figure in them.
package struct MemberRefusal: Sendable, Hashable {
    /// What the member did not keep to.
    package enum Rule: Sendable, Hashable {
        case lengthAtMost(String)
        case lengthAtLeast(String)
        case pattern(String)
        case oneOf(String)
        /// The value is none of those that the member takes, which the message does not list.
        case notListed
        case atMost(String)
        case atLeast(String)
        /// The member is missing.
        case required
        /// Nobody there knows the member.
        case unknown
        /// Known members, where the refusal lists them.
        case unknownAmong(String)
        case type(String)
        /// Bytes, as they are counted on the wire.
        case bytesAtMost(String)
        /// So many of a kind in one request.
        case countAtMost(String)
        /// Items in one list.
        case itemsAtMost(String)
        case tokensAtMost(String)
        /// The refusal is one of a quota of the account, whose name stands in the place of the member.
        case quota(String)
        /// Input and output together exceed the context window.
        case window(input: String, output: String, limit: String)
        /// The model takes no such member.
        case unsupported
        /// What the value must be, in words of who refused it.
        case form(String)
        /// In the words of the service.
        case said(String)
    }

    /// The member as the message writes it: `toolConfig.tools.38.member.toolSpec.name`, `#/texts/0`, `max_tokens`.
    package var path: String
    package var rule: Rule
    package var found: String?

    package init(_ path: String, _ rule: Rule, found: String? = nil) {
        self.path = path
        self.rule = rule
        self.found = found.flatMap { $0.isEmpty ? nil : String($0.prefix(120)) }
    }

    /// The names on the way to the member, without places in lists.
    package var names: [String] {
        path.split { "./[]#".contains($0) }.map(String.init).filter { $0 != "member" && Int($0) == nil }
    }

    /// Whether a figure, a pattern or a list of names says what is allowed, and not a sentence alone.
    package var isMeasured: Bool {
        switch rule {
        case .said, .unsupported, .form: false
        default: true
        }
    }

    /// The member's own name.
    package var leaf: String { names.last ?? path }

    /// No message names more that would tell more.
    private static let limit = 24

    /// Every member that a message refuses, in its order.
    package static func all(in message: String) -> [MemberRefusal] {
        let text = String(message.prefix(16_384))
        var found: [MemberRefusal] = []
        for reader in [
            constraints, clientChecks, schemaFaults, boundsOfOpenAI, fieldLists, figures, validators, fields, forms,
        ] {
            let some = reader(text)
            // The narrower grammars stand first; a text in one of them is not read in another.
            if !some.isEmpty {
                found = some
                break
            }
        }
        // A schema offers a text or a list: where the list has a fault of its own, that one counts.
        found = found.filter { one in
            guard case .type = one.rule else { return true }
            return !found.contains { other in
                if case .type = other.rule { return false }
                return other.path == one.path
            }
        }
        // What is empty breaks every pattern, and only that it is empty says what is wrong.
        found = found.filter { one in
            guard case .pattern = one.rule, one.found == nil else { return true }
            return !found.contains { other in
                if case .lengthAtLeast = other.rule { return other.path == one.path && other.found == nil }
                return false
            }
        }
        var seen: Set<MemberRefusal> = []
        return Array(found.filter { seen.insert($0).inserted }.prefix(limit))
    }
}
