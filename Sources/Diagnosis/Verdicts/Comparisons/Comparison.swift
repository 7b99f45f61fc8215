import Codes
import Evidence
import Report

/// Something that was pasted beside a failure and does not fit what the failure asks for: a policy, a workflow, a proxy's file, a
/// line of code.
struct Comparison: Sendable {
    /// The line that does not fit.
    let pasted: PastedLine

    /// What it was held against, as it stands in the input: another line, or the name in the refusal.
    let asked: String

    /// What to do about it, before anything that holds for every failure of the kind.
    let remedy: Remedy

    /// What the failure is then called; `nil` where its code stays.
    var cause: (code: FindingCode, confidence: Confidence)?

    /// What need not be looked at any more.
    var rulesOut: Set<RemedySubject> = []

    /// Compares one kind of thing; `nil` where the input does not show it, or it fits.
    typealias Rule = @Sendable (ComparedCall) -> Comparison?

    /// Every comparison, the surest first.
    static let all: [Rule] = [
        WildcardUnderEquals.compare, TokenPermission.compare, ForwardedHost.compare, RegionSpelling.compare,
        RegionOfKey.compare, UnreadRegion.compare, RegionOfCode.compare, RegionThatWorks.compare, ToldRegion.compare,
        EndpointService.compare,
        PolicyOfRefusal.compare,
        PolicyOfCall.compare,
        VariableSpelling.compare,
    ]
}
