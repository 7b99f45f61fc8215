import Catalog
import Evidence
import Report

/// Policies that allow what was refused, and no more.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html>.
extension FailedCall {
    /// A sentence with the policy behind it; without one where the text does not name everything whole.
    func allow(_ sentence: String) -> Remedy {
        // Where nothing says more, an operation of another service has an action of its own, most often of the same name.
        if details.denial?.action == nil, let operation = scene.operation?.value ?? answer.operation,
            OperationHome.service(of: operation) != "bedrock-runtime"
        {
            let name = PrintableText.escaped(operation, limit: 80)
            return Remedy("\(sentence): the action that \(name) needs, on the resource that the call names.")
        }
        guard details.hasPieces || details.cut != nil && details.denial?.resource == nil else {
            return Remedy("\(sentence): \(allowStatement)")
        }
        return Remedy(
            """
            \(sentence). The text is broken or cut where it names the resource, so no policy is written here: explain the \
            message as the client gave it, in a file or on standard input, for the exact one.
            """)
    }

    private var allowStatement: String {
        let action = details.denial?.action ?? "bedrock:InvokeModel"
        if action == "iam:PassRole" { return passStatement }
        if UnboundAction.isOne(action) { return statement(action: action, resources: ["*"]) }
        // The right to assume any role of any account is never what is lacking.
        if action.hasPrefix("sts:AssumeRole"), details.denial?.resource == nil {
            return statement(action: action, resources: ["arn:aws:iam::ACCOUNT:role/ROLE"])
        }
        guard let resource = details.denial?.resource, resource.service == "bedrock" else {
            return statement(
                action: action, resources: details.denial?.resource.map { [$0.pattern] } ?? modelResources(action))
        }
        var resources = [resource.pattern]
        if resource.resource.hasPrefix("inference-profile/"), let id = resource.bedrockID {
            // A profile is allowed together with the model behind it, in every region it may choose.
            resources.append("arn:\(resource.partition):bedrock:*::foundation-model/\(ModelPrefix.split(id).bare)")
        }
        // A profile of the account's own hides its model: whose it is, its name does not say.
        if resource.resource.hasPrefix("application-inference-profile/"), action.hasPrefix("bedrock:InvokeModel") {
            resources.append("arn:\(resource.partition):bedrock:*::foundation-model/*")
        }
        // A geographic profile sends the next call to another of its regions.
        if isByProfile {
            resources = ["arn:\(resource.partition):bedrock:*::\(resource.resource)"]
            if let profile = calledProfile {
                resources.append("arn:\(resource.partition):bedrock:*:*:inference-profile/\(profile)")
            }
        }
        if details.route == .global { resources.append("arn:aws:bedrock:*::\(resource.resource)") }
        return statement(action: action, resources: resources)
    }

    /// The model that the text names, for an action on models whose refusal names no resource; else everything.
    private func modelResources(_ action: String) -> [String] {
        guard action.hasPrefix("bedrock:InvokeModel"), let id = details.modelID.flatMap({ ModelReference($0).id })
        else {
            return ["*"]
        }
        let name = ModelPrefix.split(id)
        let model = "arn:aws:bedrock:*::foundation-model/\(name.bare)"
        return name.prefix == nil ? [model] : [model, "arn:aws:bedrock:*:*:inference-profile/\(id)"]
    }

    /// The right to hand one role to one service: on every role it is a way to the rights of each of them.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html>.
    private var passStatement: String {
        let role =
            details.denial?.resource?.pattern ?? "arn:aws:iam::ACCOUNT:role/\(details.denial?.passedRole ?? "ROLE")"
        let condition =
            passedTo.map { #","Condition":{"StringEquals":{"iam:PassedToService":"\#($0).amazonaws.com"}}"# } ?? ""
        return
            #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:PassRole","Resource":"\#(role)"\#(condition)}]}"#
    }

    /// The service that takes the role, by the principal's name of it.
    private var passedTo: String? {
        let operation = scene.operation?.value ?? answer.operation ?? ""
        let home = OperationHome.service(of: operation) ?? AWSService.endpoint(ofOperation: operation)
        guard let home, home == "lambda" || home.hasPrefix("bedrock") else { return nil }
        return home.hasPrefix("bedrock-agentcore") ? "bedrock-agentcore" : String(home.prefix { $0 != "-" })
    }

    func statement(action: String, resources: [String]) -> String {
        let list = resources.map { "\"\($0)\"" }.joined(separator: ",")
        return #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"\#(action)","Resource":[\#(list)]}]}"#
    }

    var endpointStatement: String {
        #"{"Statement":[{"Effect":"Allow","Principal":"*","Action":"\#(details.denial?.action ?? "bedrock:InvokeModel")","Resource":"*"}]}"#
    }
}
