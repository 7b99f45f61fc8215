// Made by Sources/ServiceModel/generate.py from botocore's service model of bedrock-runtime, 2023-09-30.
// To change a comment, change generator/words.json there and run that program.

public import JSONText

/// One finding of automated reasoning.
///
/// Source: Amazon Bedrock API Reference, `GuardrailAutomatedReasoningFinding`.
public enum GuardrailAutomatedReasoningFinding: ConverseUnion, Sendable, Hashable {
    /// The claims follow.
    case valid(GuardrailAutomatedReasoningValidFinding)
    /// The claims contradict the policy.
    case invalid(GuardrailAutomatedReasoningInvalidFinding)
    /// The claims may hold or not.
    case satisfiable(GuardrailAutomatedReasoningSatisfiableFinding)
    /// The premises are contradictory.
    case impossible(GuardrailAutomatedReasoningImpossibleFinding)
    /// The text can be read in several ways.
    case translationAmbiguous(GuardrailAutomatedReasoningTranslationAmbiguousFinding)
    /// The text is too complex.
    case tooComplex(GuardrailAutomatedReasoningTooComplexFinding)
    /// Nothing concerns the policy.
    case noTranslations(GuardrailAutomatedReasoningNoTranslationsFinding)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("valid", Self.valid) { if case .valid(let value) = $0 { value } else { nil } }
        try visitor.member("invalid", Self.invalid) { if case .invalid(let value) = $0 { value } else { nil } }
        try visitor.member("satisfiable", Self.satisfiable) {
            if case .satisfiable(let value) = $0 { value } else { nil }
        }
        try visitor.member("impossible", Self.impossible) { if case .impossible(let value) = $0 { value } else { nil } }
        try visitor.member("translationAmbiguous", Self.translationAmbiguous) {
            if case .translationAmbiguous(let value) = $0 { value } else { nil }
        }
        try visitor.member("tooComplex", Self.tooComplex) { if case .tooComplex(let value) = $0 { value } else { nil } }
        try visitor.member("noTranslations", Self.noTranslations) {
            if case .noTranslations(let value) = $0 { value } else { nil }
        }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}

/// The premises contradict each other or the policy.
///
/// Source: Amazon Bedrock API Reference, `GuardrailAutomatedReasoningImpossibleFinding`.
public struct GuardrailAutomatedReasoningImpossibleFinding: ConverseShape, Sendable, Hashable {
    /// The text as logic.
    public var translation: GuardrailAutomatedReasoningTranslation?
    /// The rules that are contradicted.
    public var contradictingRules: [GuardrailAutomatedReasoningRule]?
    /// A flaw of the logic itself.
    public var logicWarning: GuardrailAutomatedReasoningLogicWarning?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        translation: GuardrailAutomatedReasoningTranslation? = nil,
        contradictingRules: [GuardrailAutomatedReasoningRule]? = nil,
        logicWarning: GuardrailAutomatedReasoningLogicWarning? = nil
    ) {
        self.translation = translation
        self.contradictingRules = contradictingRules
        self.logicWarning = logicWarning
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("translation", &translation)
        try visitor.optional("contradictingRules", &contradictingRules)
        try visitor.optional("logicWarning", &logicWarning)
    }
}

/// A piece of the text that was assessed.
///
/// Source: Amazon Bedrock API Reference, `GuardrailAutomatedReasoningInputTextReference`.
public struct GuardrailAutomatedReasoningInputTextReference: ConverseShape, Sendable, Hashable {
    /// The piece of text.
    ///
    /// At most 1,000 characters.
    public var text: String?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(text: String? = nil) {
        self.text = text
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("text", &text)
    }
}

/// The claims contradict the policy.
///
/// Source: Amazon Bedrock API Reference, `GuardrailAutomatedReasoningInvalidFinding`.
public struct GuardrailAutomatedReasoningInvalidFinding: ConverseShape, Sendable, Hashable {
    /// The text as logic.
    public var translation: GuardrailAutomatedReasoningTranslation?
    /// The rules that are contradicted.
    public var contradictingRules: [GuardrailAutomatedReasoningRule]?
    /// A flaw of the logic itself.
    public var logicWarning: GuardrailAutomatedReasoningLogicWarning?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        translation: GuardrailAutomatedReasoningTranslation? = nil,
        contradictingRules: [GuardrailAutomatedReasoningRule]? = nil,
        logicWarning: GuardrailAutomatedReasoningLogicWarning? = nil
    ) {
        self.translation = translation
        self.contradictingRules = contradictingRules
        self.logicWarning = logicWarning
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("translation", &translation)
        try visitor.optional("contradictingRules", &contradictingRules)
        try visitor.optional("logicWarning", &logicWarning)
    }
}

/// A flaw of the translated logic itself.
///
/// Source: Amazon Bedrock API Reference, `GuardrailAutomatedReasoningLogicWarning`.
public struct GuardrailAutomatedReasoningLogicWarning: ConverseShape, Sendable, Hashable {
    /// The kind of the flaw.
    public var type: GuardrailAutomatedReasoningLogicWarningType?
    /// What is given.
    public var premises: [GuardrailAutomatedReasoningStatement]?
    /// What is claimed.
    public var claims: [GuardrailAutomatedReasoningStatement]?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        type: GuardrailAutomatedReasoningLogicWarningType? = nil,
        premises: [GuardrailAutomatedReasoningStatement]? = nil,
        claims: [GuardrailAutomatedReasoningStatement]? = nil
    ) {
        self.type = type
        self.premises = premises
        self.claims = claims
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("type", &type)
        try visitor.optional("premises", &premises)
        try visitor.optional("claims", &claims)
    }
}

/// The kind of a flaw of logic.
///
/// Source: Amazon Bedrock API Reference, `GuardrailAutomatedReasoningLogicWarningType`.
///
/// Values that are not listed are kept as they came.
public struct GuardrailAutomatedReasoningLogicWarningType: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `ALWAYS_FALSE`.
    public static let alwaysFalse = Self(rawValue: "ALWAYS_FALSE")
    /// `ALWAYS_TRUE`.
    public static let alwaysTrue = Self(rawValue: "ALWAYS_TRUE")

    package static let knownValues: [Self] = [
        .alwaysFalse, .alwaysTrue,
    ]
}

/// Nothing in the text concerns the policy.
///
/// Source: Amazon Bedrock API Reference, `GuardrailAutomatedReasoningNoTranslationsFinding`.
public struct GuardrailAutomatedReasoningNoTranslationsFinding: ConverseShape, Sendable, Hashable {
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init() {
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
    }
}

/// The findings of an automated reasoning policy.
///
/// Source: Amazon Bedrock API Reference, `GuardrailAutomatedReasoningPolicyAssessment`.
public struct GuardrailAutomatedReasoningPolicyAssessment: ConverseShape, Sendable, Hashable {
    /// The findings.
    public var findings: [GuardrailAutomatedReasoningFinding]?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(findings: [GuardrailAutomatedReasoningFinding]? = nil) {
        self.findings = findings
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("findings", &findings)
    }
}

/// A rule of a policy.
///
/// Source: Amazon Bedrock API Reference, `GuardrailAutomatedReasoningRule`.
public struct GuardrailAutomatedReasoningRule: ConverseShape, Sendable, Hashable {
    /// The id of the rule.
    ///
    /// At most 12 characters, in the pattern `[a-z0-9]{12}`.
    public var identifier: String?
    /// The ARN of the version of the policy.
    ///
    /// At most 2,048 characters, in the pattern of `GuardrailAutomatedReasoningPolicyVersionArn`.
    public var policyVersionArn: String?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(identifier: String? = nil, policyVersionArn: String? = nil) {
        self.identifier = identifier
        self.policyVersionArn = policyVersionArn
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("identifier", &identifier)
        try visitor.optional("policyVersionArn", &policyVersionArn)
    }
}

/// The claims may hold or not, depending on what the text leaves open.
///
/// Source: Amazon Bedrock API Reference, `GuardrailAutomatedReasoningSatisfiableFinding`.
public struct GuardrailAutomatedReasoningSatisfiableFinding: ConverseShape, Sendable, Hashable {
    /// The text as logic.
    public var translation: GuardrailAutomatedReasoningTranslation?
    /// A situation in which the claims hold.
    public var claimsTrueScenario: GuardrailAutomatedReasoningScenario?
    /// A situation in which the claims do not hold.
    public var claimsFalseScenario: GuardrailAutomatedReasoningScenario?
    /// A flaw of the logic itself.
    public var logicWarning: GuardrailAutomatedReasoningLogicWarning?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        translation: GuardrailAutomatedReasoningTranslation? = nil,
        claimsTrueScenario: GuardrailAutomatedReasoningScenario? = nil,
        claimsFalseScenario: GuardrailAutomatedReasoningScenario? = nil,
        logicWarning: GuardrailAutomatedReasoningLogicWarning? = nil
    ) {
        self.translation = translation
        self.claimsTrueScenario = claimsTrueScenario
        self.claimsFalseScenario = claimsFalseScenario
        self.logicWarning = logicWarning
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("translation", &translation)
        try visitor.optional("claimsTrueScenario", &claimsTrueScenario)
        try visitor.optional("claimsFalseScenario", &claimsFalseScenario)
        try visitor.optional("logicWarning", &logicWarning)
    }
}

/// A situation in which the statements hold.
///
/// Source: Amazon Bedrock API Reference, `GuardrailAutomatedReasoningScenario`.
public struct GuardrailAutomatedReasoningScenario: ConverseShape, Sendable, Hashable {
    /// The statements.
    public var statements: [GuardrailAutomatedReasoningStatement]?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(statements: [GuardrailAutomatedReasoningStatement]? = nil) {
        self.statements = statements
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("statements", &statements)
    }
}

/// A logical statement, also in words.
///
/// Source: Amazon Bedrock API Reference, `GuardrailAutomatedReasoningStatement`.
public struct GuardrailAutomatedReasoningStatement: ConverseShape, Sendable, Hashable {
    /// The statement in the notation of SMT-LIB.
    ///
    /// At most 1,000 characters.
    public var logic: String?
    /// The statement in words.
    ///
    /// At most 1,000 characters.
    public var naturalLanguage: String?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(logic: String? = nil, naturalLanguage: String? = nil) {
        self.logic = logic
        self.naturalLanguage = naturalLanguage
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("logic", &logic)
        try visitor.optional("naturalLanguage", &naturalLanguage)
    }
}

/// The text is too complex to be assessed in the time given.
///
/// Source: Amazon Bedrock API Reference, `GuardrailAutomatedReasoningTooComplexFinding`.
public struct GuardrailAutomatedReasoningTooComplexFinding: ConverseShape, Sendable, Hashable {
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init() {
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
    }
}

/// A text as logic.
///
/// Source: Amazon Bedrock API Reference, `GuardrailAutomatedReasoningTranslation`.
public struct GuardrailAutomatedReasoningTranslation: ConverseShape, Sendable, Hashable {
    /// What is given.
    public var premises: [GuardrailAutomatedReasoningStatement]?
    /// What is claimed.
    public var claims: [GuardrailAutomatedReasoningStatement]?
    /// Premises that could not be translated.
    public var untranslatedPremises: [GuardrailAutomatedReasoningInputTextReference]?
    /// Claims that could not be translated.
    public var untranslatedClaims: [GuardrailAutomatedReasoningInputTextReference]?
    /// How sure the translation is, from 0 to 1.
    ///
    /// From 0 to 1.
    public var confidence: JSONNumber?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        premises: [GuardrailAutomatedReasoningStatement]? = nil,
        claims: [GuardrailAutomatedReasoningStatement]? = nil,
        untranslatedPremises: [GuardrailAutomatedReasoningInputTextReference]? = nil,
        untranslatedClaims: [GuardrailAutomatedReasoningInputTextReference]? = nil,
        confidence: JSONNumber? = nil
    ) {
        self.premises = premises
        self.claims = claims
        self.untranslatedPremises = untranslatedPremises
        self.untranslatedClaims = untranslatedClaims
        self.confidence = confidence
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("premises", &premises)
        try visitor.optional("claims", &claims)
        try visitor.optional("untranslatedPremises", &untranslatedPremises)
        try visitor.optional("untranslatedClaims", &untranslatedClaims)
        try visitor.optional("confidence", &confidence)
    }
}

/// The text can be read in several ways.
///
/// Source: Amazon Bedrock API Reference, `GuardrailAutomatedReasoningTranslationAmbiguousFinding`.
public struct GuardrailAutomatedReasoningTranslationAmbiguousFinding: ConverseShape, Sendable, Hashable {
    /// The ways to read the text.
    ///
    /// At most 2 items.
    public var options: [GuardrailAutomatedReasoningTranslationOption]?
    /// Situations in which the readings differ.
    ///
    /// At most 2 items.
    public var differenceScenarios: [GuardrailAutomatedReasoningScenario]?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        options: [GuardrailAutomatedReasoningTranslationOption]? = nil,
        differenceScenarios: [GuardrailAutomatedReasoningScenario]? = nil
    ) {
        self.options = options
        self.differenceScenarios = differenceScenarios
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("options", &options)
        try visitor.optional("differenceScenarios", &differenceScenarios)
    }
}

/// One of several ways to read a text.
///
/// Source: Amazon Bedrock API Reference, `GuardrailAutomatedReasoningTranslationOption`.
public struct GuardrailAutomatedReasoningTranslationOption: ConverseShape, Sendable, Hashable {
    /// The translations of this reading.
    public var translations: [GuardrailAutomatedReasoningTranslation]?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(translations: [GuardrailAutomatedReasoningTranslation]? = nil) {
        self.translations = translations
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("translations", &translations)
    }
}

/// The claims follow from the premises and the policy.
///
/// Source: Amazon Bedrock API Reference, `GuardrailAutomatedReasoningValidFinding`.
public struct GuardrailAutomatedReasoningValidFinding: ConverseShape, Sendable, Hashable {
    /// The text as logic.
    public var translation: GuardrailAutomatedReasoningTranslation?
    /// A situation in which the claims hold.
    public var claimsTrueScenario: GuardrailAutomatedReasoningScenario?
    /// The rules that the claims follow from.
    public var supportingRules: [GuardrailAutomatedReasoningRule]?
    /// A flaw of the logic itself.
    public var logicWarning: GuardrailAutomatedReasoningLogicWarning?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        translation: GuardrailAutomatedReasoningTranslation? = nil,
        claimsTrueScenario: GuardrailAutomatedReasoningScenario? = nil,
        supportingRules: [GuardrailAutomatedReasoningRule]? = nil,
        logicWarning: GuardrailAutomatedReasoningLogicWarning? = nil
    ) {
        self.translation = translation
        self.claimsTrueScenario = claimsTrueScenario
        self.supportingRules = supportingRules
        self.logicWarning = logicWarning
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("translation", &translation)
        try visitor.optional("claimsTrueScenario", &claimsTrueScenario)
        try visitor.optional("supportingRules", &supportingRules)
        try visitor.optional("logicWarning", &logicWarning)
    }
}
