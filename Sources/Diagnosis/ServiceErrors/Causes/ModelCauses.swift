import Catalog
import Codes
import Evidence
import Report
import WireText

/// Model ids, regions and the life of a model.
///
/// Source: <https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html>.
extension ErrorCause {
    static let model = list {
        ErrorCause(
            .modelIDInvalid, .model(.unknownModel),
            rules: [
                // A program's own list of models, of which it prints the nearest.
                .fitting("providermodelnotfounderror|modelnotfounderror"),
                // Claude Code's sentence for an unknown id and for a model without access.
                .peculiar("issue selected model may not exist", also: [.modelAccessNotGranted]),
                .fitting(
                    "model identifier|id|name|arn invalid|malformed|unknown|unrecognized",
                    none: ["context", "regular expression"], types: [.validation], also: [.modelEndOfLife]),
                // The sentence itself, whatever else is pasted with it.
                .fitting("provided model identifier invalid", types: [.validation], also: [.modelEndOfLife]),
                .peculiar(
                    "modelid|modelidentifier", "constraint|pattern|expression|regular|length|invalid",
                    types: [.validation]),
                .fitting("arn invalid|malformed service|region|arn", types: [.validation]),
                // In prose an ARN is of a role, and an account stands beside each.
                .fitting(
                    "arn account service|region|arn", "invalid|malformed|match|mismatch|belong", none: ["role|roles"],
                    types: [.validation]),
                .fitting("invalid|malformed arn", none: ["role"]),
                .fitting("inference profile not found|exist|exists"),
                .fitting("inference profile doesnt|invalid|unknown exist|identifier|id"),
                .fitting(
                    "model|xmodel not|doesnt found|exist|exists", none: ["region", "guardrail"],
                    also: [.modelNotInRegion]),
                .fitting("no such|matching model"),
                .fitting(
                    "unknown|invalid|unrecognized model",
                    none: ["output", "input", "request", "access", "response", "state|status", "identifier"],
                    types: [.validation, .resourceNotFound]),
                .fitting("invalid length parameter modelid"),
            ]
        ) { call in
            call.identifier(isARN: false)
        }
        ErrorCause(
            .modelNotInRegion, .model(.notInRegion),
            types: [TypeHint(.resourceNotFound)],
            rules: [
                .peculiar("resolve foundation model"),
                .peculiar(
                    "model not|isnt|unavailable|doesnt available|supported|offered|support|unavailable region",
                    none: ["countries|country", "token"]),
                .fitting("could|cannot|cant not resolve|find model", also: [.modelIDInvalid]),
                .fitting("bedrock not|isnt available|supported|offered region"),
            ]
        ) { call in
            call.goneModel
            call.goneModel == nil ? call.everywhere("The region does not serve this model. See where it is.") : nil
            call.listModels
        }
        ErrorCause(
            .modelEndOfLife, .model(.retired),
            rules: [
                .peculiar("reached end life"),
                .fitting(
                    "model retired|deprecated|discontinued|sunset|eol|longer",
                    none: ["temperature", "top", "parameter|field", "authorized"],
                    types: [.resourceNotFound, .validation]),
                .fitting("end of life"),
            ]
        ) { call in
            call.successor.map { Remedy.advice("Move to \($0).", call.check($0)) } ?? call.goneModel
            call.listModels
        }
        ErrorCause(
            .legacyModelLocked, .model(.retired),
            rules: [
                .peculiar("marked provider|as legacy"),
                .peculiar("model legacy", "actively|using|days|upgrade|active"),
                .fitting("not|havent actively|used|using model", "days"),
            ]
        ) { call in
            call.successor.map { Remedy.advice("Move to \($0).", call.check($0)) }
            Remedy(
                """
                A legacy model is closed to accounts that have not used it lately, and it does not come back: take a current model of the \
                same family.
                """)
            call.listModels
        }
        ErrorCause(
            .onDemandUnsupportedNeedsInferenceProfile, .model(.inconclusive),
            rules: [
                .peculiar("on demand throughput", "isnt|not|doesnt|unsupported|only|retry|inference|profile"),
                .peculiar("on demand isnt|not|doesnt|unsupported support|supported|unsupported"),
                .fitting("id|arn inference profile contains|that model"),
                .fitting(
                    "requires|needs|use|through|via inference profile", none: ["perform", "not find|found|exist"]),
                .fitting("model requires|needs|only provisioned throughput"),
            ]
        ) { call in
            call.refusedByOwnList
            call.ownChoice
            call.lostProfile
            // A profile does not bring back what has ended.
            call.goneModel
            call.goneModel != nil
                ? nil
                : call.details.profile.map {
                    Remedy(
                        "Call the model through its inference profile \($0).", call.check($0))
                } ?? call.knownProfiles
            call.systemProfiles
        }
        ErrorCause(
            .arnPathEncoding, .model(.unknownModel),
            rules: [
                .hinting("identifier invalid xarn")
            ]
        ) { call in
            call.malformedARN
            call.malformedARN == nil ? call.identifier(isARN: true) : []
        }
        ErrorCause(
            .arnRegionMismatch, .model(.unknownModel)
        ) { call in
            call.details.arnRegion.map { home in
                Remedy(
                    "The ARN belongs to \(home): call it there, or take the id or the ARN of the region that you call.",
                    .doctor(
                        .check(region: home, model: call.details.modelID.flatMap { $0.hasPrefix("arn:") ? $0 : nil })))
            }
        }
    }
}

extension FailedCall {
    /// A client that knows models by a list of its own, and refuses the id of a profile which Bedrock would take.
    fileprivate var refusedByOwnList: Remedy? {
        guard
            words.has("prefix|profile"),
            words.has("not|isnt supported|valid|known|recognized model|models")
                || words.has("unsupported|unknown model"),
            [
                "throw ", "Exception(", "IllegalArgument", "ValueError", "is not a supported", "Unknown model",
                "Unsupported model", "unsupported model",
            ]
            .contains(where: text.contains)
        else { return nil }
        let profile = details.profile.map { " (\($0))" } ?? ""
        return Remedy(
            """
            The id with the profile's prefix\(profile) is the right one for Bedrock, and what refuses it is the client's own list of models, before anything is sent: update the client to a version that takes profiles, or give \
            it the id in the way that it has for models that it does not list (a model of your own, an override of the id, the profile's ARN). Until then take a model that is had on demand.
            """)
    }

    /// The profiles that the catalog has, where the region that was asked is not known.
    fileprivate var knownProfiles: Remedy? {
        details.modelID.flatMap { profiles(of: $0) }
    }

    private func profiles(of id: String) -> Remedy? {
        guard let entry = catalog.entry(for: id), !entry.profiles.isEmpty else { return nil }
        let near = ProfileNearness.ordered(entry.profiles.map(\.prefix), from: nearRegion)
        guard let first = near.first else { return nil }
        if nearRegion != nil {
            let others = near.dropFirst().map { "\($0).\(entry.id)" }
            let or = others.isEmpty ? "" : ", or by \(Enumeration.words(others, last: "or"))"
            return Remedy.advice("Call the model by \(first).\(entry.id)\(or).", check("\(first).\(entry.id)"))
        }
        let places = near.map { prefix in "\(prefix).\(ProfileNearness.place(prefix).map { " (\($0))" } ?? "")" }
        return Remedy(
            """
            Put the prefix of your part of the world before the id, which names its inference profile there: \(places.joined(separator: ", ")); for instance \(first).\(entry.id).
            """)
    }

    /// - Parameter isARN: Whether the answer says that an ARN was cut at its slash.
    fileprivate func identifier(isARN: Bool) -> [Remedy] {
        var remedies: [Remedy] = []
        let written = details.modelID ?? answer.model
        if let written, let short = ResourceName(written)?.account, !short.isEmpty, short.allSatisfy(\.isNumber),
            short.count != 12
        {
            remedies.append(
                Remedy(
                    "The account in the ARN has \(short.count) digits, and an account's id has twelve: write the whole ARN, letter by letter as it is listed."
                ))
        }
        if isARN || written?.hasPrefix("arn:") == true {
            remedies.append(
                Remedy.advice(
                    """
                    An ARN must travel as one path segment: / as %2F (and the canonical request then has \
                    %252F). A profile's ARN also needs the 12-digit account id.
                    """,
                    written.map { .doctor(DoctorStep("sign", [.model($0)])) }))
        }
        if let written, let variant = ThroughputVariant(written) {
            return remedies + [variant.remedy(self), listModels]
        }
        let known = ModelKnowledge(call: self, written: written)
        remedies += known.remedies
        if let cut = CutModelName.first(in: answer.surroundings, catalog: catalog) {
            remedies.append(
                Remedy.advice(
                    "\(PrintableText.escaped(cut.written, limit: 80)) lacks the beginning of a name: \(cut.meant).",
                    check(cut.meant)))
        }
        let foreign = ProviderModelName.ofVertex(in: shown) ?? written.flatMap { ProviderModelName(anthropic: $0) }
        if let remedy = foreign?.remedy(self) { return [remedy] + remedies + [listModels] }
        let near = written.flatMap { catalog.nearest(to: $0, today: today, region: regionName) }
            .map { pastedProfile(of: $0, besides: written ?? "") ?? callable($0) }
        if let near, let gone = retired(near) {
            remedies.append(gone)
        } else if let near {
            remedies.append(Remedy.advice("Did you mean \(near)?", check(near)))
            let isBare = ModelPrefix.split(near).prefix == nil
            if isBare, let profiles = profiles(of: near) { remedies.append(profiles) }
        }
        if let written, known.remedies.isEmpty, let other = wrongGeography(written), other != near {
            remedies.append(
                Remedy.advice("The profile cannot be called from \(regionName ?? "there"): \(other) can.", check(other))
            )
        }
        if written == nil {
            remedies.append(
                Remedy(
                    """
                    The message does not say which id was sent: see it in the client's debug log, or as \
                    requestParameters.modelId in CloudTrail. The region decides as well: an id or profile of one is invalid \
                    in another, and a retired id is answered alike.
                    """))
        }
        if let setting = modelSetting { remedies.append(setting) }
        remedies.append(listModels)
        return remedies
    }

    /// The one profile of a model that the paste has already, as what is set elsewhere and is not told to fail.
    private func pastedProfile(of id: String, besides written: String) -> String? {
        guard regionName == nil else { return nil }
        let bare = ModelPrefix.split(id).bare
        let around = answer.surroundings.prefix(32_768)
        let names = Set(ModelMention.all(in: Array(around.utf8)[...]).map(\.name)).filter { name in
            let parts = ModelPrefix.split(name)
            return parts.prefix != nil && parts.bare == bare && name != written
        }
        guard names.count == 1, let name = names.first else { return nil }
        return ReporterWords(text: String(around.prefix(16_384))).names.fails.contains(name) ? nil : name
    }

    /// An id that the catalog does not have, where it has one like it: an answer about access is given to a wrong id, too.
    var unknownName: Remedy? {
        guard let written = details.modelID, catalog.entry(for: written) == nil,
            let near = catalog.nearest(to: written, today: today, region: regionName)
        else { return nil }
        let id = callable(near)
        return retired(near)
            ?? .advice("\(written) is not an id that is known here: did you mean \(id)?", check(id))
    }

    /// That the model of the call is past its end, which no region and no access changes.
    var goneModel: Remedy? {
        guard let today, let id = details.modelID.flatMap({ ModelReference($0).id }),
            let entry = catalog.entry(for: id),
            entry.lifecycle(on: today) == .retired
        else { return nil }
        let day = entry.endOfLifeDay.map { " (on \($0))" } ?? ""
        let gone = "\(PrintableText.escaped(id, limit: 120)) has reached its end of life\(day), and no region serves it"
        guard let next = catalog.successor(of: entry, on: today).map(callable) else {
            return Remedy("Take a current model in its place: \(gone).")
        }
        return Remedy.advice("Move to \(next): \(gone).", check(next))
    }

    /// A model that is past its end of life: its id would be refused as well.
    private func retired(_ id: String) -> Remedy? {
        guard let today, let name = ModelReference(id).id, let entry = catalog.entry(for: ModelPrefix.split(name).bare),
            entry.lifecycle(on: today) == .retired
        else { return nil }
        let day = entry.endOfLifeDay.map { " (on \($0))" } ?? ""
        guard let successor = catalog.successor(of: entry, on: today).map(callable) else {
            return Remedy("The nearest id is \(id), which has reached its end of life\(day): take a current model.")
        }
        return Remedy.advice(
            "The nearest id is \(id), which has reached its end of life\(day): move to \(successor).", check(successor))
    }

    /// Where a client takes the model from.
    ///
    /// Sources: <https://code.claude.com/docs/en/amazon-bedrock>, <https://docs.litellm.ai/docs/providers/bedrock>.
    private var modelSetting: Remedy? {
        switch scene.program {
        case .claudeCode?:
            Remedy(
                """
                Claude Code takes the id from ANTHROPIC_MODEL, ANTHROPIC_DEFAULT_OPUS_MODEL, ANTHROPIC_DEFAULT_SONNET_MODEL and \
                ANTHROPIC_DEFAULT_HAIKU_MODEL, and from the model saved in settings.json: write the whole id there.
                """)
        case .liteLLM?:
            Remedy(
                """
                In LiteLLM the id stands in litellm_params.model as bedrock/ID (or bedrock/converse/ID); the region belongs \
                into aws_region_name.
                """)
        default: nil
        }
    }

    /// The profile of this region, when the one that was asked for belongs to another part of the world.
    private func wrongGeography(_ written: String) -> String? {
        guard let asked = answer.region, let name = ModelReference(written).id,
            let prefix = ModelPrefix.split(name).prefix
        else { return nil }
        let candidates = catalog.profileCandidates(for: name, region: asked)
        return candidates.contains("\(prefix).\(ModelPrefix.split(name).bare)") ? nil : candidates.first
    }

    fileprivate var successor: String? {
        guard let id = details.modelID.flatMap({ ModelReference($0).id }), let entry = catalog.entry(for: id) else {
            return nil
        }
        return catalog.successor(of: entry, on: today).map(callable)
    }

    /// The profiles that AWS made, by its own list.
    var systemProfiles: Remedy {
        Remedy(
            "See the profiles of this region.",
            .aws(
                """
                bedrock list-inference-profiles --type-equals SYSTEM_DEFINED\(regionOption) \
                --query 'inferenceProfileSummaries[].inferenceProfileId'
                """))
    }

    fileprivate var listModels: Remedy {
        Remedy(
            "See which models the region has.",
            .aws("bedrock list-foundation-models\(regionOption) --query 'modelSummaries[].modelId'"))
    }
}
