import Catalog
import Codes
import Evidence
import JSONText
import Report
import WireText

/// A policy that was pasted beside a refusal: whether it allows the very action on the very resource that were refused.
///
/// Sources: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html>,
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html>.
enum PolicyOfRefusal {
    static func compare(_ call: ComparedCall) -> Comparison? {
        guard [.iamDenied, .scpDenied, .permissionsBoundaryDenied, .explicitDeny].contains(call.code),
            let denial = call.error?.details.denial, let action = denial.action, !denial.hasPieces
        else { return nil }
        let statements = PastedPolicy.statements(in: call.lines)
        guard !statements.isEmpty else { return nil }
        let resource = denial.resource?.text
        let isExplicit = denial.effect == .explicitDeny
        if isExplicit {
            guard
                let deny = statements.first(where: {
                    !$0.allows && $0.covers(action: action) && $0.covers(resource: resource)
                }), !deny.listsRegions
            else { return nil }
            return comparison(
                deny.line, denial,
                """
                The policy denies it itself (line \(deny.line.number)): a Deny wins over every Allow. Take \(shown(action)) or \(shown(resource)) out of that statement, or add the condition under which \
                the call is meant to pass.
                """)
        }
        let allowing = statements.filter(\.allows)
        let ofAction = allowing.filter { $0.covers(action: action) }
        guard let near = ofAction.first else {
            guard let other = allowing.first(where: { $0.isOfService(action) }) else { return nil }
            return comparison(
                other.line, denial,
                """
                The policy allows other actions of that service (line \(other.line.number)), and \(shown(action)) is not among them: add it. A streamed call is InvokeModelWithResponseStream, and Converse \
                has no action of its own: it is InvokeModel.
                """)
        }
        guard let resource else { return nil }
        if ofAction.contains(where: { $0.covers(resource: resource) }) {
            return comparison(
                near.line, denial,
                """
                The policy that was pasted allows \(shown(action)) on \(shown(resource)) (line \(near.line.number)), so it is not the one that counts: see that it is attached to the principal in the \
                refusal (\(shown(denial.principal?.resource))), that its conditions hold, and that no permissions boundary, SCP, session or endpoint policy leaves it out.
                """)
        }
        return comparison(
            near.line, denial,
            """
            The policy allows \(shown(action)) (line \(near.line.number)), and none of its resources covers \(shown(resource)). \(difference(near, resource))
            """)
    }

    private static func comparison(_ line: PastedLine, _ denial: AccessDenial, _ text: String) -> Comparison {
        let asked = [denial.action, denial.resource?.text].compactMap { $0 }.joined(separator: " on ")
        return Comparison(pasted: line, asked: asked, remedy: Remedy(text))
    }

    private static func shown(_ text: String?) -> String { PrintableText.escaped(text ?? "it", limit: 160) }

    /// In what the refused resource differs from those of a statement.
    private static func difference(_ statement: PastedPolicy.Statement, _ refused: String) -> String {
        guard let name = ResourceName(refused) else { return "Add it." }
        let others = statement.resources.compactMap(ResourceName.init)
        let kind = name.resource.prefix { $0 != "/" }
        if !others.isEmpty,
            others.allSatisfy({ $0.resource.prefix { $0 != "/" } != kind && !$0.resource.hasPrefix("*") })
        {
            return """
                It is \(kind == "foundation-model" ? "a foundation model" : "of the kind \(shown(String(kind)))"), and they are of another: a call through an inference profile needs the profile's ARN and those of \
                the foundation model in every region that the profile sends calls to.
                """
        }
        if others.contains(where: { $0.resource == name.resource && $0.region != name.region && $0.region != "*" }) {
            let region = name.region.isEmpty ? "no region at all (a global profile)" : name.region
            return """
                It is the region that differs: the refused ARN has \(shown(region)). A profile sends calls to several regions: write * in the region's place, or list each.
                """
        }
        if kind == "foundation-model",
            others.contains(where: { !$0.account.isEmpty && $0.resource.hasPrefix("foundation-model") })
        {
            return "ARNs of foundation models have no account: arn:aws:bedrock:REGION::foundation-model/ID."
        }
        return "Add it, or widen the resource by *."
    }
}
