import Catalog
import Codes
import Evidence
import JSONText
import Report
import WireText

/// What follows from where and how the call is made, as the reporter tells it, for what is to be done about a failure.
struct ToldCircumstances {
    let words: ReporterWords
    let scene: Scene
    let family: CauseFamily

    /// The beginning of the input, as text.
    let text: String

    func applied(to findings: [Finding]) -> [Finding] {
        guard var first = findings.first, first.status != .pass, first.confidence != .proven else { return findings }
        // A global profile is refused whatever regions are allowed.
        if family == .denied, !Self.isGlobal(first), let told = circumstance(.regionsRestricted) {
            put(Self.restricted(told), before: [.policy, .modelAccess, .modelGate], in: &first)
        }
        let told = circumstance(.behindProxy)
        let isInstructed = first.remedies.first?.subjects.contains(.instruction) ?? false
        if family == .network, Self.silent.contains(first.code), !isInstructed {
            if told != nil || namesProxy,
                let own = ProxyOfProgram.remedy(scene.program, isIgnored: IgnoredProxy.stands(in: text))
            {
                put(own, before: [], in: &first)
            } else if let told, !IgnoredProxy.stands(in: text) {
                put(proxied(told), before: [], in: &first)
            }
        }
        if first.code == .tokenExpired, first.facts["told"] == nil, let told = circumstance(.needsRestart) {
            put(restarted(told), before: [.renewal, .login, .token], in: &first)
        }
        if family == .expired, let tool = RenewalTool(text, scene: scene) {
            let isFirst = first.facts["told"] == nil && first.facts["done"] == nil
            first.remedies.insert(tool.remedy, at: isFirst ? 0 : min(1, first.remedies.count))
        }
        if let region = unnamedRegion(first) {
            put(region, before: [.modelAccess, .modelGate, .otherRegion], in: &first)
        }
        if let told = words.failureSwitch { switchOff(told, in: &first) }
        let behind: Set<RemedySubject> = [.modelAccess, .modelGate, .policy, .otherRegion]
        if let told = UnchosenModel.ownProfile(scene, first, family: family, text: text) {
            put(told, before: behind, in: &first)
        } else if let second = SecondModel.of(scene.program), let other = otherModel(than: second, first) {
            put(other, before: behind, in: &first)
        } else if let second = SecondModel.of(scene.program), let reason = reason(for: second, first) {
            put(second.remedy(because: reason, chosen: scene.model?.value), before: behind, in: &first)
        } else if let told = UnchosenModel.unnamed(scene, first, words) {
            put(told, before: behind, in: &first)
        }
        return [first] + findings.dropFirst()
    }

    /// Whether a variable for a proxy is told to be set, or that the program passes it by.
    private var namesProxy: Bool {
        ["HTTPS_PROXY", "HTTP_PROXY", "https_proxy", "http_proxy", "http.proxy"].contains(where: text.contains)
            || IgnoredProxy.stands(in: text)
    }

    private func circumstance(_ kind: Circumstance.Kind) -> Circumstance? {
        words.circumstances.first { $0.kind == kind }
    }

    /// Puts a remedy first, and what it makes unlikely last.
    private func put(_ remedy: Remedy, before subjects: Set<RemedySubject>, in finding: inout Finding) {
        finding.remedies = [remedy] + finding.remedies.deferring(subjects)
    }

    /// Whether the refused resource is one that a `global.` profile calls, or that profile.
    private static func isGlobal(_ finding: Finding) -> Bool {
        finding.facts["route"]?.stringValue == "global"
            || finding.facts["resource"]?.stringValue.flatMap(ResourceName.init)?.bedrockID?.hasPrefix("global.")
                ?? false
    }

    // MARK: No region

    /// A program that calls a region of its own where it is given none, beside calls past it that are answered.
    private func unnamedRegion(_ finding: Finding) -> Remedy? {
        guard [.denied, .model].contains(family), finding.code.group == .service, scene.region == nil,
            let program = scene.program, let setting = RegionSetting.of(scene, text: text),
            !setting.reads.contains("the profile,")
        else { return nil }
        let lower = text.lowercased()
        let name = program.name.lowercased()
        guard ["outside of \(name)", "outside \(name)", "without \(name)"].contains(where: lower.contains) else {
            return nil
        }
        return Remedy(
            """
            Give \(program.name) the region in which the model is answered: nothing in the input names one, past it the call works, and \(setting.reads).
            """,
            setting.variable.map { .shell("export \($0)=\"$(aws configure get region)\"") })
    }

    // MARK: Switches

    /// What makes the failure, as the reporter has tried: no guess at the service's state holds beside it.
    private func switchOff(_ told: FailureSwitch, in finding: inout Finding) {
        let program = scene.client.map { PrintableText.escaped($0.value, limit: 60) } ?? "the program"
        let name = PrintableText.escaped(told.name, limit: 80)
        let how = told.isVariable ? "Leave \(name) off (unset, or 0)" : "Leave \(name) off"
        let remedy = Remedy(
            """
            \(how) for now: with it the call fails, and without it the same call works (line \(told.line)), so keys, account, model and capacity are not the matter, and waiting does not help. It changes what \(program) sends or how: update \
            \(program), and report it there with both bodies (its debug log, or doctor serve as its endpoint).
            """)
        if finding.code == .serviceUnavailable { finding.remedies = [] }
        put(remedy, before: [.keys, .token, .environment, .renewal, .modelAccess, .modelGate, .policy], in: &finding)
        if let row = FactRow("told", "fails with \(name), works without (line \(told.line))") {
            finding.rows.append(row)
        }
        if finding.confidence != .possible, finding.code == .serviceUnavailable { finding.confidence = .possible }
    }

    // MARK: Restarts

    /// New credentials that the running program does not take.
    private func restarted(_ told: Circumstance) -> Remedy {
        let program = scene.client.map { PrintableText.escaped($0.value, limit: 60) } ?? "the program"
        return Remedy(
            """
            It takes a new start of the program (line \(told.line)): the new credentials are good, and \(program) keeps those that it read when it started. Restart \(program) now. For good, \
            give it a source that renews itself and that SDKs ask again: AWS_PROFILE with an sso_session or a credential_process, or a role, in place of copied \
            values and variables; and update it. Where it keeps them all the same, that is its fault, to be reported there.
            """)
    }

    // MARK: Regions and proxies

    private static func restricted(_ told: Circumstance) -> Remedy {
        Remedy(
            """
            Regions are restricted here (line \(told.line)): what denies is the organization's policy (an SCP, Control Tower), and no policy of the caller's own \
            allows it in spite of that. A profile of a geography (us., eu., apac.) calls in all its regions, the restricted ones among them, whatever region is called: see which. \
            Have bedrock:InvokeModel* exempted there, or use a model or a profile whose regions are all allowed.
            """,
            .aws(
                "bedrock list-inference-profiles --query 'inferenceProfileSummaries[].[inferenceProfileId,models[].modelArn]'"
            ))
    }

    /// Failures in which nothing came back.
    private static let silent: Set<FindingCode> = [.networkUnreachable, .networkConnectTimeout, .networkNameUnresolved]

    private func proxied(_ told: Circumstance) -> Remedy {
        let language = LanguageRuntime(scene, text: text)
        let how =
            switch language {
            case .node?:
                """
                The AWS SDK for JavaScript and Node.js itself do not read HTTPS_PROXY, so the program goes straight out, and a longer timeout only waits longer. Give the program the \
                proxy: its own setting for one, an agent in the client's requestHandler (HttpsProxyAgent), or, from Node.js 24 on, NODE_USE_ENV_PROXY=1 beside HTTPS_PROXY.
                """
            case .jvm?:
                """
                Java reads no HTTPS_PROXY of its own accord: set the proxy on the SDK's HTTP client (ProxyConfiguration), or by -Dhttps.proxyHost and -Dhttps.proxyPort.
                """
            default:
                """
                Set HTTPS_PROXY in the very process that calls (a container or a service has variables of its own), with the hosts that need none in NO_PROXY; where the program has a \
                setting for a proxy, that one.
                """
            }
        return Remedy("The way out leads through a proxy (line \(told.line)). \(how)")
    }

    // MARK: The second model

    /// Why the refusal is of another model than the chosen one; `nil` where nothing says so.
    private func reason(for second: SecondModel, _ finding: Finding) -> String? {
        guard [.denied, .model, .request, .busy, .unknown].contains(family), finding.code != .iamDenied else {
            return nil
        }
        if second.marks.contains(where: text.contains) {
            return "The failing call is not that of the chosen model, as its log says"
        }
        guard [.denied, .model].contains(family) else { return nil }
        let contrast = words.contrasts.first { $0.dimension == .client && $0.works != nil }
        if let told = circumstance(.worksAllTheSame), contrast == nil {
            return "The program works all the same (line \(told.line))"
        }
        // With the region of the program that gets through, the model that was chosen is answered here as well.
        guard let contrast, isSet("AWS_REGION"),
            ["the AWS CLI", "a script with boto3", "a script in Python"].contains(contrast.works)
        else {
            return nil
        }
        return "The chosen model is answered elsewhere (line \(contrast.line))"
    }

    /// What to do where the refused model is not the one which a variable sets.
    private func otherModel(than second: SecondModel, _ finding: Finding) -> Remedy? {
        if let prefixed = profileThatWorks(for: second, finding) { return prefixed }
        guard family == .denied, let variable = second.chosen,
            let chosen = words.variables.last(where: { $0.name == variable && !$0.isBlank }),
            let refused = finding.facts["resource"]?.stringValue.flatMap(ResourceName.init)?.bedrockID
        else { return nil }
        let bare = ModelPrefix.split(refused).bare
        guard !chosen.value.contains(bare), !bare.contains(ModelPrefix.split(chosen.value).bare) else { return nil }
        return second.remedy(refused: refused, chosen: chosen.value, line: chosen.line)
    }

    /// What to do where a profile of a geography works, and the refused model is another one, which no such profile was named for.
    private func profileThatWorks(for second: SecondModel, _ finding: Finding) -> Remedy? {
        guard family == .denied,
            let contrast = words.contrasts.first(where: { $0.dimension == .model && $0.works != nil }),
            let works = contrast.works, let prefix = ModelPrefix.split(works).prefix, prefix != "global",
            let resource = finding.facts["resource"]?.stringValue.flatMap(ResourceName.init),
            // With a region in the refused ARN it may be a profile already that sent the call there.
            resource.region.isEmpty, resource.resource.hasPrefix("foundation-model/"), let refused = resource.bedrockID,
            ModelPrefix.split(refused).bare != ModelPrefix.split(works).bare
        else { return nil }
        return second.remedy(refused: refused, works: works, by: prefix, line: contrast.line)
    }

    private func isSet(_ name: String) -> Bool { words.variables.contains { $0.name == name && !$0.isBlank } }
}
