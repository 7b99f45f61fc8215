import Catalog
import Codes
import Evidence
import Report

/// Refusals by IAM: which policy has to change, and what it has to say.
///
/// The rules are for other words than the grammar of IAM's denials, which ``AccessDenial`` reads.
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html>.
extension ErrorCause {
    static let policy = list {
        ErrorCause(
            .iamDenied, .policy,
            types: [
                TypeHint(.accessDenied), TypeHint(.notAuthorized), TypeHint(.unauthorizedOperation),
                TypeHint(.forbidden, also: .answerNotFromService),
            ],
            rules: [
                .fitting(
                    "dont|not have|sufficient|required|enough|necessary permission|permissions|access|privileges",
                    "perform|action|operation|call", none: ["marketplace", "access model", "access to the model"]),
                .fitting("insufficient|missing|lacks|lack permission|permissions|privileges", none: ["marketplace"]),
                // Of a feature or a kind of credential people write the same words.
                .fitting(
                    "role|roles not|cannot|cant assumed|assume",
                    none: [
                        "cross account", "token expired",
                        "role not|isnt available|supported|shown|listed|offered|visible",
                        "not|isnt available|supported|shown|listed|offered for|in",
                    ]),
                .peculiar("access denied trying create|update agent"),
                .fitting("access denied when calling bedrock"),
                .peculiar("access denied for operation"),
                // A browser shows no more of a refused handshake.
                .hinting("websocket", "unexpected|bad|handshake response|code|status 403"),
                .fitting(
                    "not|isnt authorized access|perform this|resource|operation|action",
                    none: ["account not|isnt authorized", "api operation", "prompt resource"]),
            ]
        ) { call in
            call.noRole
            call.trust
            ResourcePolicy(call)?.remedies ?? []
            call.silentDenial
            // Most actions hand no role over: then nothing more is read.
            call.passedRole.flatMap { call.isOfAbsentRole ? $0 : nil }
            // A policy is written for a refusal that is shown, and for no words that might be one.
            call.noRole == nil && ResourcePolicy(call) == nil && (call.details.denial != nil || call.read.showsAnswer)
                ? call.allow(call.attachment).about(.policy) : nil
            call.isByProfile ? call.routeRemedy : nil
            call.passedRole.flatMap { call.isOfAbsentRole ? nil : $0 }
            call.conditions
            call.isByProfile ? nil : call.routeRemedy
            ResourcePolicy(call) == nil ? call.simulate : nil
        }
        ErrorCause(
            .bearerIAMDenied, .policy,
            rules: [
                .fitting("callwithbearertoken")
            ]
        ) { call in
            Remedy(
                """
                Allow the API key's identity bedrock:CallWithBearerToken: \
                \(call.statement(action: "bedrock:CallWithBearerToken", resources: ["*"]))
                """
            )
            Remedy("Or sign with access keys instead of the API key.", command: "unset AWS_BEARER_TOKEN_BEDROCK")
        }
        ErrorCause(
            .explicitDeny, .policy,
            rules: [
                .fitting("explicit deny", also: [.scpDenied])
            ]
        ) { call in
            call.globalProfile
            call.details.route == .global ? call.routeRemedy : nil
            Remedy(
                """
                Find the Deny statement for \(call.action) in the identity's policies\(call.refusingPolicy): an Allow \
                elsewhere does not outweigh it.
                """
            )
            call.details.route == .global ? nil : call.routeRemedy
            call.simulate
            Remedy(
                """
                If no policy of the account has it, an organization's policy does: ask the organization's administrator.
                """
            )
        }
        ErrorCause(
            .scpDenied, .policy,
            rules: [
                .fitting("service control policy|policies")
            ]
        ) { call in
            call.globalProfile
            call.details.route == .global ? call.routeRemedy : nil
            call.organizationProfile
                ?? Remedy(
                    """
                    Ask the organization's administrator to let \(call.action) through on \(call.routeResources)\(call.globalStep): a service control policy of the \
                    organization refuses\(call.refusingPolicy), and only its management account can change that.
                    """
                )
            call.details.route == .global ? nil : call.routeRemedy
            call.otherRegion
        }
        ErrorCause(
            .rcpDenied, .policy,
            rules: [
                .fitting("resource control policy|policies")
            ]
        ) { call in
            Remedy(
                """
                A resource control policy of the organization refuses\(call.refusingPolicy): only its management \
                account can change that.
                """
            )
        }
        ErrorCause(
            .permissionsBoundaryDenied, .policy,
            rules: [
                .fitting("permission|permissions boundary")
            ]
        ) { call in
            call.allow("The identity's permissions boundary must allow it as well as its policies")
            call.roleName.flatMap { ShellWord.quoted($0) }.map {
                Remedy(
                    "See which boundary is set.",
                    .aws("iam get-role --role-name \($0) --query Role.PermissionsBoundary"))
            }
        }
        ErrorCause(
            .sessionPolicyDenied, .policy,
            rules: [
                .fitting("session policy|policies")
            ]
        ) { call in
            Remedy(
                """
                The session was made with a policy of its own that leaves this out. Ask for new \
                credentials without it, or with \(call.action) in it; the role's own policies are not the \
                cause.
                """
            )
            call.whoAmI
        }
        ErrorCause(
            .vpcEndpointPolicyDenied, .policy,
            rules: [
                .fitting("vpc endpoint|endpoints policy|policies")
            ]
        ) { call in
            Remedy(
                """
                The call went through a VPC endpoint\(call.record?.endpointID.map { " (\($0))" } ?? "") whose policy leaves this \
                out. Change the \
                endpoint's policy, not IAM: \(call.endpointStatement)
                """
            )
            Remedy(
                "See the endpoint's policy.",
                .aws(
                    """
                    ec2 describe-vpc-endpoints\(call.endpointOption)\(call.regionOption) --filters \
                    Name=service-name,Values=com.amazonaws.\(call.regionWord ?? "'*'").bedrock-runtime --query \
                    'VpcEndpoints[].PolicyDocument'
                    """))
            Remedy(
                """
                On a laptop: a VPN or split DNS that sends Bedrock's host into the company's network \
                does the same; compare with and without it.
                """
            )
        }
        ErrorCause(
            .crossAccountDenied, .policy,
            rules: [
                .peculiar("cross account", "not|isnt|denied|allowed|supported|permitted|cannot|unauthorized|forbidden"),
                .fitting(
                    "another|different|other|owning account|accounts",
                    "belong*|own*|resource|model|role|arn|access|profile", none: ["model access page", "marketplace"]),
                .fitting("account|accounts id|ids|arn not|doesnt|dont|mismatch match|mismatch|same"),
            ]
        ) { call in
            call.trust
            ResourcePolicy(call)?.remedies ?? []
            call.otherAccount
            call.whoAmI
        }
    }
}

extension FailedCall {
    // MARK: Parts of the sentences

    fileprivate var action: String { details.denial?.action ?? "the action" }

    /// The policy that refuses, where the message names it.
    var refusingPolicy: String { details.denial?.policyARN.map { " (\($0.text))" } ?? "" }

    /// The name of the role behind the caller, as written.
    fileprivate var roleName: String? {
        guard let parts = details.denial?.principal?.resource.split(separator: "/"), parts.count > 1 else { return nil }
        switch parts[0] {
        case "assumed-role": return String(parts[1])
        case "role": return parts.last.map(String.init)
        default: return nil
        }
    }

    fileprivate var simulate: Remedy? {
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

    /// The endpoint that CloudTrail recorded.
    fileprivate var endpointOption: String {
        record?.endpointID.flatMap { ShellWord.quoted($0) }.map { " --vpc-endpoint-ids \($0)" } ?? ""
    }

    /// What to do about a denial that says nothing but that it is one.
    fileprivate var silentDenial: Remedy? {
        guard details.denial == nil, words.words.count < 40, text.utf8.count < 400 else { return nil }
        return Remedy(
            """
            The refusal does not say which policy, or which gate of the account, it was: make the call once more and read the \
            message. See the identity's policies, the organization's (SCP), the VPC endpoint's, and the model's availability.
            """)
    }
}
