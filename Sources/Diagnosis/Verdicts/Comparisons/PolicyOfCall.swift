import Catalog
import Codes
import Evidence
import JSONText
import Report
import WireText

/// A policy that was pasted beside a denial whose sentence is not shown: whether it allows what the pasted code calls.
///
/// Sources: <https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html>,
/// <https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html>.
enum PolicyOfCall {
    static func compare(_ call: ComparedCall) -> Comparison? {
        guard [.unknownError, .iamDenied].contains(call.code), call.error?.details.denial == nil,
            call.error?.errorType.flatMap(AWSErrorType.init(named:)) == .accessDenied
        else { return nil }
        let allowing = PastedPolicy.statements(in: call.lines).filter(\.allows)
        guard let first = allowing.first else { return nil }
        let text = call.lines.map(\.text).joined(separator: "\n")
        if let operation = CalledByCode.operation(in: text) {
            let action = CalledByCode.action(of: operation)
            guard allowing.contains(where: { $0.covers(action: action) }) else {
                let near = allowing.first { $0.isOfService(action) } ?? first
                return Comparison(
                    pasted: near.line, asked: operation,
                    remedy: Remedy(
                        """
                        The code calls \(operation), which needs \(action), and the policy that was pasted does not allow that (line \(near.line.number)): add it, on the same resources. Then see the message \
                        all the same.
                        """))
            }
        }
        guard let model = call.scene.model?.value, let id = ModelReference(model).id,
            ModelPrefix.split(id).prefix != nil,
            let near = allowing.first(where: { $0.isOfService("bedrock:InvokeModel") }),
            !allowing.contains(where: { $0.mentions("inference-profile") || $0.covers(resource: "*") })
        else { return nil }
        return Comparison(
            pasted: near.line, asked: model,
            remedy: Remedy(
                """
                \(PrintableText.escaped(id, limit: 80)) is an inference profile, and no resource of the policy is one (line \(near.line.number)): allow the profile's ARN \
                (arn:aws:bedrock:REGION:ACCOUNT:inference-profile/\(PrintableText.escaped(id, limit: 80))) beside the model's in every region that the profile calls \
                (arn:aws:bedrock:*::foundation-model/\(PrintableText.escaped(ModelPrefix.split(id).bare, limit: 80))).
                """))
    }
}
