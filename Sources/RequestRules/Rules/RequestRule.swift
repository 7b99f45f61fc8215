import Catalog
package import Codes
package import JSONText

/// One demand on a Converse request that its service model does not state: one declaration, and everything that is said of it.
///
/// `doctor lint` reports what breaks it, and the mock refuses with the text of the same declaration.
package struct RequestRule: Sendable {
    /// What becomes of a request that breaks it.
    package enum Level: Sendable, Hashable {
        /// The service refuses the request.
        case must
        /// A document asks for it, or some models do; the mock lets it pass.
        case should
    }

    /// Where a rule, and the words of the refusal, are known from.
    package enum Source: Sendable, Hashable {
        /// The service's words stand there.
        case observed(String)
        /// A document of AWS states the rule. The words are ours: they are authored.
        case documented(String)

        package var page: String {
            switch self {
            case .observed(let page), .documented(let page): page
            }
        }
    }

    /// For which requests it holds.
    package enum Scope: Sendable, Hashable {
        case every
        /// Calls of models that have all of these traits.
        case models([Trait])
        /// Calls of models with a known limit.
        case limits
    }

    /// That a model is known to take something, or not to.
    package struct Trait: Sendable, Hashable {
        let flag: CatalogFlag
        let isTaken: Bool

        static func with(_ flag: CatalogFlag) -> Trait { Trait(flag: flag, isTaken: true) }
        static func without(_ flag: CatalogFlag) -> Trait { Trait(flag: flag, isTaken: false) }
    }

    /// The error that the service answers with.
    package enum Refusal: Sendable, Hashable {
        /// 400 ValidationException.
        case validation
        /// 403 AccessDeniedException.
        case accessDenied
    }

    /// How the rule is named in reports: `roles-alternate`.
    package let name: String
    /// The code that `doctor explain` gives the refusal.
    package let code: FindingCode
    package let level: Level
    package let scope: Scope
    package let refusal: Refusal
    /// What is wrong, in one line without a full stop.
    package let title: String
    package let source: Source
    /// What to do.
    package let remedy: String
    /// The places that break it, in the order of the request.
    package let breaches: @Sendable (RequestOutline, ModelLimits) -> [Breach]

    init(
        _ name: String, _ code: FindingCode, _ level: Level = .must, for scope: Scope = .every,
        refusal: Refusal = .validation, title: String, source: Source, remedy: String,
        _ breaches: @escaping @Sendable (RequestOutline, ModelLimits) -> [Breach]
    ) {
        self.name = name
        self.code = code
        self.level = level
        self.scope = scope
        self.refusal = refusal
        self.title = title
        self.source = source
        self.remedy = remedy
        self.breaches = breaches
    }

    /// Every rule, in the order in which the service is seen to look: the conversation, its tools, its media, and then
    /// what the model takes.
    package static let all = subjects.flatMap { $0.rules }

    /// The rules by what they speak of.
    static let subjects: [Subject] = [
        Subject(conversation) { _ in true },
        Subject(toolCalls) { !$0.calls.isEmpty || !$0.results.isEmpty },
        Subject(toolDefinitions) { $0.toolConfig != nil },
        Subject(documents + images) { $0.hasMedia },
        Subject(caching) { !$0.cachePoints.isEmpty },
        Subject(prompts + thinking + abilities + limits) { _ in true },
        Subject(providers) { _ in true },
    ]

    /// Rules that speak of the same; where a request has nothing of it, they have nothing to say and are not asked.
    struct Subject: Sendable {
        let rules: [RequestRule]
        let isThere: @Sendable (RequestOutline) -> Bool

        init(_ rules: [RequestRule], _ isThere: @escaping @Sendable (RequestOutline) -> Bool) {
            self.rules = rules
            self.isThere = isThere
        }
    }

    static let ofEveryModel = all.filter { $0.scope == .every && $0.level == .must }
    static let ofSomeModels = all.filter { $0.scope != .every && $0.level == .must }
}

/// One place where a request breaks a rule.
package struct Breach: Sendable, Hashable {
    package let path: JSONPath
    package let expected: String
    package let found: String
    /// The refusal in the service's words; ours where the rule has no source for them.
    package let text: String

    init(_ path: JSONPath, expected: String, found: String, text: String) {
        self.path = path
        self.expected = expected
        self.found = found
        self.text = text
    }
}
