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
            call.isOfAbsentRole ? call.passedRole : nil
            // A policy is written for a refusal that is shown, and for no words that might be one.
            call.noRole == nil && ResourcePolicy(call) == nil && (call.details.denial != nil || call.read.showsAnswer)
                ? call.allow(call.attachment).about(.policy) : nil
            call.isByProfile ? call.routeRemedy : nil
            call.isOfAbsentRole ? nil : call.passedRole
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
                Find the Deny statement for \(call.action) in the identity's policies\(call.named): an Allow \
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
                    organization refuses\(call.named), and only its management account can change that.
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
                A resource control policy of the organization refuses\(call.named): only its management \
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

    fileprivate var named: String { details.denial?.policyARN.map { " (\($0.text))" } ?? "" }

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

    fileprivate var routeResources: String {
        switch details.route {
        case .global: "arn:aws:bedrock:::foundation-model/* as well, and aws:RequestedRegion \"unspecified\""
        case .geographic: "every region the profile may use, \(details.denial?.resource?.region ?? "") among them"
        case .inRegion, nil: details.denial?.resource?.text ?? "the resource"
        }
    }

    /// Whether the refused model is one that a geographic profile sent the call to.
    var isByProfile: Bool {
        guard let resource = details.denial?.resource, resource.service == "bedrock",
            resource.resource.hasPrefix("foundation-model/"), !resource.region.isEmpty
        else { return false }
        return details.route == .geographic || calledProfile != nil
    }

    /// The geographic profile that was called, where it is one of the refused model.
    var calledProfile: String? {
        let bare = details.denial?.resource?.bedrockID
        let names = [answer.model, scene.model?.value].compactMap { $0 }.compactMap { ModelReference($0).id }
        return names.first { name in
            let parts = ModelPrefix.split(name)
            return parts.prefix.map { $0 != "global" } ?? false && parts.bare == bare
        }
    }

    fileprivate var routeRemedy: Remedy? {
        guard let denial = details.denial, let route = isByProfile ? .geographic : details.route, route != .inRegion
        else { return nil }
        let text: String =
            switch route {
            case .global:

                """
                Call a geographic profile (us., eu., ...) in place of the global. one: the refused ARN has no region, so a global. profile sent the call, and no list of regions in a policy holds it. \
                Where the client picks the profile by itself, set the id in its own setting for the model.
                """
            default:

                """
                The refused ARN lies in \(denial.resource?.region ?? "another region"): a geographic \
                profile sent the call there. Every destination region must be allowed (so the policy above has * in the place of the region, and names the profile), or one \
                profile less used: it may choose another one with each call, so that some go through and some do not.
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
                    bedrock get-inference-profile --inference-profile-identifier \($0)\(regionOption) \
                    --query 'models[].modelArn'
                    """)
            })
    }

    /// What an organization that restricts regions has to let through for a geographic profile, or what does without one.
    ///
    /// Source: <https://docs.aws.amazon.com/bedrock/latest/userguide/geographic-cross-region-inference.html>.
    fileprivate var organizationProfile: Remedy? {
        guard isByProfile, let region = details.denial?.resource?.region,
            let bare = details.denial?.resource?.bedrockID
        else { return nil }
        let profile = calledProfile ?? "the profile of its geography"
        let allowed = allowedRegions
        let listed =
            allowed.isEmpty || allowed.contains(region)
            ? "" : ", where its list has only \(Enumeration.words(Array(allowed.prefix(6))))"
        return Remedy(
            """
            Ask the organization's administrator to exempt bedrock:InvokeModel* through \(profile) in all its regions (condition key bedrock:InferenceProfileArn), \(region) among them\(listed); or call \
            \(inRegion(bare)). Not the caller but \(profile) sent the call to \(region), which a service control policy of the organization\(named) refuses: a geographic profile calls in any of its regions, whatever \
            region is set, so setting the region changes nothing.
            """)
    }

    /// A model that needs no profile in a region that is allowed: the refused one where it is had there on demand, else others.
    private func inRegion(_ bare: String) -> String {
        let allowed = allowedRegions
        let places = allowed.isEmpty ? [answer.region, nearRegion].compactMap { $0 } : allowed
        let entry = catalog.entry(for: bare)
        if let place = places.first(where: { entry?.onDemandRegions.contains($0) ?? false }) {
            return "\(bare) itself without a profile, which \(place) has on demand"
        }
        let others = catalog.onDemand(in: places, like: entry, on: today).prefix(2)
        guard let place = places.first, !others.isEmpty else {
            return "a model of the allowed region without a profile (\(bare), where that region has it on demand)"
        }
        return
            "a model that an allowed region has on demand, without a profile (in \(places.count == 1 ? place : Enumeration.words(Array(places.prefix(3)))) by the catalog \(Enumeration.words(Array(others))))"
    }

    /// The other step where a global profile was called: a profile whose regions are known.
    fileprivate var globalStep: String {
        guard details.route == .global,
            let bare = details.denial?.resource?.bedrockID.map({ ModelPrefix.split($0).bare })
        else { return "" }
        let near = [nearRegion, regionName].compactMap { $0 }.lazy.flatMap { region in
            self.catalog.profileCandidates(for: bare, region: region)
        }.first { !$0.hasPrefix("global.") }
        return
            ", or call a geographic profile instead\(near.map { " (\($0), whose regions must all be allowed, too)" } ?? " (us., eu. and so on, whose regions must all be allowed, too)")"
    }

    /// What avoids a Deny that covers a global profile.
    fileprivate var globalProfile: Remedy? {
        guard let id = details.denial?.resource?.bedrockID ?? details.modelID, id.hasPrefix("global.") else {
            return nil
        }
        let bare = ModelPrefix.split(id).bare
        let region = details.denial?.resource?.region ?? regionName ?? ""
        let other = catalog.profileCandidates(for: bare, region: region).first { !$0.hasPrefix("global.") }
        return .advice(
            """
            Call \(other ?? "a geographic profile (us., eu., ...)") in place of the global. profile: the Deny covers that one, whose model's resource has no region (aws:RequestedRegion is \
            "unspecified"). Where the client picks the profile by itself, set the id in its own setting for the model, or update it.
            """,
            other.map { check($0) })
    }

    /// That the refused region may be none that was asked for, where nothing shows which one was.
    fileprivate var otherRegion: Remedy? {
        guard details.route == nil, let resource = details.denial?.resource, !resource.region.isEmpty,
            resource.resource.hasPrefix("foundation-model")
        else { return nil }
        return Remedy(
            """
            The refused model lies in \(resource.region). Where another region was called, a geographic profile (us., eu., ...) \
            sent the call there: a policy that denies regions must leave out bedrock:InvokeModel* for every region of the \
            profile, or the call must use a model of its own region.
            """)
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
