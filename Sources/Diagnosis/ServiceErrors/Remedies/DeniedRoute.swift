import Catalog
import Evidence
import Report

/// Denials of a model in a region to which a profile sent the call: which profile it was, and what lets its whole way through.
///
/// Source: <https://docs.aws.amazon.com/bedrock/latest/userguide/geographic-cross-region-inference.html>.
extension FailedCall {
    /// What a policy has to let through for the route that the call took.
    var routeResources: String {
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

    var routeRemedy: Remedy? {
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
    var organizationProfile: Remedy? {
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
            \(inRegion(bare)). Not the caller but \(profile) sent the call to \(region), which a service control policy of the organization\(refusingPolicy) refuses: a geographic profile calls in any of its regions, whatever \
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
    var globalStep: String {
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
    var globalProfile: Remedy? {
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
    var otherRegion: Remedy? {
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
}
