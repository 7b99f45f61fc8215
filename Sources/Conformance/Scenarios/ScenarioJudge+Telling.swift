import JSONText
import Report

/// What a client need not tell its caller: how many tokens were used, and the type and the status of a refusal.
extension ScenarioJudge {
    /// The names of those that the client told.
    static func told(_ report: CallerReport) -> Set<String> {
        switch report {
        case .result(_, _, _, let usage):
            Set((usage?.objectValue?.filter { $0.value != .null } ?? []).map { usageName($0.name) })
        case .failure(_, let type, let status, _):
            Set([type.map { _ in "type" }, status.map { _ in "status" }].compactMap(\.self))
        }
    }

    /// Those that the rule is about and the client did not tell, and whether the rule is about nothing else.
    private var untoldNames: (names: [String], isAll: Bool) {
        let told = Self.told(report)
        switch (scenario.expected.outcome, report) {
        case (.result(let expected), .result):
            let about = (expected.usage?.objectValue?.map(\.name) ?? []).map(Self.usageName)
            let names = about.filter { !told.contains($0) }
            let hasOthers = expected.text != nil || expected.stopReason != nil || expected.toolUses != nil
            return (names, names.count == about.count && !hasOthers)
        case (.failure(let expected), .failure):
            let about = [expected.type.map { _ in "type" }, expected.status.map { _ in "status" }].compactMap(\.self)
            // A rule about a status is about the failure too.
            let isAll = expected.status == nil && expected.message == nil
            return (about.filter { !told.contains($0) }, isAll)
        default: return ([], false)
        }
    }

    private static func usageName(_ member: String) -> String { "usage.\(member)" }

    /// What the rule is about and nothing else, where the client told none of it; nil where there is something to judge.
    var untold: UntoldMembers? {
        let (names, isAll) = untoldNames
        guard isAll, !names.isEmpty, judgement().stage == Self.untoldStage else { return nil }
        let (rule, source) = (scenario.rule, scenario.source)
        return UntoldMembers(names: names) { name, elsewhere in
            CaseJudgement(
                .warn, stage: Self.untoldStage,
                message: "expected \(name), found none, although it tells one in \(elsewhere)\n"
                    + "should: \(rule)\nsource: \(source)")
        }
    }

    static let untoldStage = "untold"

    /// The judgement where no rule was broken, as far as the client told.
    func judgementOfTold() -> CaseJudgement {
        let (names, isAll) = untoldNames
        guard !names.isEmpty else { return CaseJudgement(.pass) }
        let list = names.joined(separator: ", ")
        guard isAll else { return CaseJudgement(.pass, message: "it does not tell its caller \(list)") }
        return CaseJudgement(
            .unknown, stage: Self.untoldStage,
            message: "nothing to judge, since the client does not tell its caller \(list)")
    }
}
