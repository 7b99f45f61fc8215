public import JSONText

/// One finding of automated reasoning.
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
