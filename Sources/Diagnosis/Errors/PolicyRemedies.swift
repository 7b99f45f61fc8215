import Catalog
import Codes
import Evidence
import Report

extension ErrorRemedies {
    /// Refusals by IAM: which policy has to change, and what it has to say.
    var policy: [Remedy]? {
        switch code {
        case .iamDenied:
            [allow("Attach a policy that allows it to the role or user"), routeRemedy, simulate].compactMap { $0 }
        case .bearerIAMDenied:
            [
                Remedy(
                    """
                    Allow the API key's identity bedrock:CallWithBearerToken: \
                    \(statement(action: "bedrock:CallWithBearerToken", resources: ["*"]))
                    """
                ),
                Remedy("Or sign with access keys instead of the API key.", command: "unset AWS_BEARER_TOKEN_BEDROCK"),
            ]
        case .explicitDeny:
            [
                Remedy(
                    """
                    Find the Deny statement for \(action) in the identity's policies\(named): an Allow \
                    elsewhere does not outweigh it.
                    """
                ),
                simulate,
                Remedy(
                    """
                    If no policy of the account has it, an organization's policy does: ask whoever manages \
                    the organization.
                    """
                ),
            ].compactMap { $0 }
        case .scpDenied:
            [
                Remedy(
                    """
                    A service control policy of the organization refuses\(named): only its management \
                    account can change that. Ask for \(action) on \(routeResources).
                    """
                ),
                routeRemedy,
            ].compactMap { $0 }
        case .rcpDenied:
            [
                Remedy(
                    """
                    A resource control policy of the organization refuses\(named): only its management \
                    account can change that.
                    """
                )
            ]
        case .permissionsBoundaryDenied:
            [
                allow("The identity's permissions boundary must allow it too, beside its policies"),
                roleName.flatMap { ShellWord.quoted($0) }.map {
                    Remedy(
                        "See which boundary is set.",
                        .aws("iam get-role --role-name \($0) --query Role.PermissionsBoundary"))
                },
            ].compactMap { $0 }
        case .sessionPolicyDenied:
            [
                Remedy(
                    """
                    The session was made with a policy of its own that leaves this out. Ask for new \
                    credentials without it, or with \(action) in it; the role's own policies are not the \
                    cause.
                    """
                ),
                whoAmI,
            ]
        case .vpcEndpointPolicyDenied:
            [
                Remedy(
                    """
                    The call went through a VPC endpoint whose policy leaves this out. Change the \
                    endpoint's policy, not IAM: \(endpointStatement)
                    """
                ),
                Remedy(
                    "See the endpoint's policy.",
                    .aws(
                        """
                        ec2 describe-vpc-endpoints --region \(region) --filters \
                        Name=service-name,Values=com.amazonaws.\(region).bedrock-runtime --query \
                        'VpcEndpoints[].PolicyDocument'
                        """)),
                Remedy(
                    """
                    On a laptop: a VPN or split DNS that sends Bedrock's host into the company's network \
                    does the same; compare with and without it.
                    """
                ),
            ]
        case .crossAccountDenied:
            [
                Remedy(
                    """
                    Identity and resource belong to different accounts: both must allow it, the identity's \
                    policy and the resource's own. Most often the ARN holds the wrong account \
                    id\(resourceAccount).
                    """
                ),
                whoAmI,
            ]
        default: nil
        }
    }

    // MARK: Parts of the sentences

    private var action: String { details.denial?.action ?? "the action" }

    private var named: String { details.denial?.policyARN.map { " (\($0.text))" } ?? "" }

    private var resourceAccount: String {
        guard let account = details.denial?.resource?.account, !account.isEmpty else { return "" }
        return " (it names \(account))"
    }

    /// The name of the role behind the caller, as written.
    private var roleName: String? {
        guard let parts = details.denial?.principal?.resource.split(separator: "/"), parts.count > 1 else { return nil }
        switch parts[0] {
        case "assumed-role": return String(parts[1])
        case "role": return parts.last.map(String.init)
        default: return nil
        }
    }

    private var simulate: Remedy? {
        guard let denial = details.denial, let principal = denial.principal,
            let action = denial.action.flatMap({ ShellWord.quoted($0) }), let source = policySource(principal)
        else { return nil }
        return Remedy(
            "Ask IAM which statement decides.",
            .aws("iam simulate-principal-policy --policy-source-arn \(source) --action-names \(action)"))
    }

    /// The identity whose policies decide, as a shell word.
    ///
    /// The ARN of a session leaves the path of its role out: IAM itself is asked for the role's.
    private func policySource(_ principal: ResourceName) -> String? {
        let kind = principal.resource.prefix { $0 != "/" }
        if kind == "role" || kind == "user" { return ShellWord.quoted(principal.text) }
        guard kind == "assumed-role", let role = roleName.flatMap({ ShellWord.quoted($0) }) else { return nil }
        return "\"$(aws iam get-role --role-name \(role) --query Role.Arn --output text)\""
    }

    private var routeResources: String {
        switch details.route {
        case .global: "arn:aws:bedrock:::foundation-model/* as well, and aws:RequestedRegion \"unspecified\""
        case .geographic: "every region the profile may use, \(details.denial?.resource?.region ?? "") among them"
        case .inRegion, nil: details.denial?.resource?.text ?? "the resource"
        }
    }

    private var routeRemedy: Remedy? {
        guard let route = details.route, route != .inRegion, let denial = details.denial else { return nil }
        let text: String =
            switch route {
            case .global:

                """
                The refused ARN has no region: a global. profile sent the call. A geographic profile (us., \
                eu., ...) avoids it.
                """
            default:

                """
                The refused ARN lies in \(denial.resource?.region ?? "another region"): a geographic \
                profile sent the call there. Every destination region must be allowed, or one profile less \
                used.
                """
            }
        let profile = denial.resource?.bedrockID.flatMap { bare in
            catalog.profileCandidates(for: bare, region: answer.region ?? details.region ?? "").first {
                !$0.hasPrefix("global.")
            }
        }
        guard route == .geographic || profile != nil else { return Remedy(text) }
        let id = (answer.model.flatMap { ModelPrefix.split($0).prefix == nil ? nil : $0 } ?? profile).flatMap {
            ShellWord.quoted($0)
        }
        return .advice(
            text,
            id.map {
                .aws(
                    """
                    bedrock get-inference-profile --inference-profile-identifier \($0) --region \(region) \
                    --query 'models[].modelArn'
                    """)
            })
    }

    // MARK: Policies

    /// A sentence with the policy behind it; without one where the text does not name everything whole.
    private func allow(_ sentence: String) -> Remedy {
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
        guard let resource = details.denial?.resource, resource.service == "bedrock" else {
            return statement(action: action, resources: [details.denial?.resource?.text ?? "*"])
        }
        var resources = [resource.text]
        if resource.resource.hasPrefix("inference-profile/"), let id = resource.bedrockID {
            // A profile is allowed together with the model behind it, in every region it may choose.
            resources.append("arn:\(resource.partition):bedrock:*::foundation-model/\(ModelPrefix.split(id).bare)")
        }
        if details.route == .global { resources.append("arn:aws:bedrock:*::\(resource.resource)") }
        return statement(action: action, resources: resources)
    }

    private func statement(action: String, resources: [String]) -> String {
        let list = resources.map { "\"\($0)\"" }.joined(separator: ",")
        return #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"\#(action)","Resource":[\#(list)]}]}"#
    }

    private var endpointStatement: String {
        #"{"Statement":[{"Effect":"Allow","Principal":"*","Action":"\#(details.denial?.action ?? "bedrock:InvokeModel")","Resource":"*"}]}"#
    }
}
