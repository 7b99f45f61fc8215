import Codes
import JSONText
import Report
import WireText

/// Judges the provider and model of a configuration that could be read.
enum ProviderCheck {
    private static let names = ["bedrock", "aws-bedrock"]

    static func run(
        _ configuration: PRXConfiguration, _ fact: PRXConfigurationFact, _ facts: EnvironmentFacts
    ) -> ConfigurationCheck.Outcome {
        var findings = disagreements(configuration, fact)
        guard let provider = configuration.settings(of: .provider).first, !provider.value.isBlank else {
            findings.append(providerAbsent(fact))
            return outcome(findings, model: nil, configuration, fact)
        }
        guard names.contains(provider.value) else {
            findings.append(otherProvider(provider, fact))
            return ConfigurationCheck.Outcome(findings: findings)
        }
        guard let model = configuration.settings(of: .model).first, !model.value.isBlank else {
            findings.append(modelAbsent(fact))
            return ConfigurationCheck.Outcome(findings: findings)
        }
        findings += ConfiguredModel.findings(model.value, place: model.section.place(of: .model), fact, facts)
        if findings.isEmpty { findings.append(found(provider, model, fact)) }
        return outcome(findings, model: model, configuration, fact)
    }

    private static func outcome(
        _ findings: [Finding], model: (section: PRXConfiguration.Section, value: String)?,
        _ configuration: PRXConfiguration, _ fact: PRXConfigurationFact
    ) -> ConfigurationCheck.Outcome {
        let chosen = model ?? configuration.settings(of: .model).first
        return ConfigurationCheck.Outcome(
            findings: findings,
            model: chosen.map { Setting($0.value, origin: "\(fact.path) \($0.section.place(of: .model))") })
    }

    private static func found(
        _ provider: (section: PRXConfiguration.Section, value: String),
        _ model: (section: PRXConfiguration.Section, value: String), _ fact: PRXConfigurationFact
    ) -> Finding {
        Finding(
            code: .configFound, check: ConfigurationCheck.check, status: .pass,
            title: "PRX is configured for \(PrintableText.escaped(model.value, limit: 100))",
            detail: "\(PrintableText.escaped(fact.path)) says provider \(provider.value).",
            evidence: [
                "path": VariableView.plain(fact.path), "provider": VariableView.plain(provider.value),
                "model": VariableView.plain(model.value), "place": .string(model.section.place(of: .model)),
            ],
            where: .client, confidence: .certain)
    }

    private static func providerAbsent(_ fact: PRXConfigurationFact) -> Finding {
        Finding(
            code: .configProviderAbsent, check: ConfigurationCheck.check, status: .warn,
            detail: "PRX then uses its own default, which is not Bedrock.",
            evidence: ["path": VariableView.plain(fact.path)], where: .client, confidence: .certain,
            remedies: [
                Remedy(
                    "Put this line at the top of the file: default_provider = \"bedrock\"",
                    command: ConfigurationCheck.edit(fact))
            ])
    }

    private static func otherProvider(
        _ provider: (section: PRXConfiguration.Section, value: String), _ fact: PRXConfigurationFact
    ) -> Finding {
        let shown = PrintableText.escaped(provider.value, limit: 60)
        let place = provider.section.place(of: .provider)
        let evidence: JSONObject = [
            "path": VariableView.plain(fact.path), "provider": .string(shown), "place": .string(place),
        ]
        if isMeantForBedrock(provider.value) {
            return Finding(
                code: .configProviderMisspelt, check: ConfigurationCheck.check, status: .fail,
                title: "PRX does not know the provider \"\(shown)\"; Bedrock is called bedrock or aws-bedrock",
                detail: "The name is compared as it is, in small letters and with a hyphen.", evidence: evidence,
                where: .client, confidence: .likely,
                remedies: [Remedy("Write \(place) = \"bedrock\"", command: ConfigurationCheck.edit(fact))])
        }
        return Finding(
            code: .configOtherProvider, check: ConfigurationCheck.check, status: .warn,
            title: "PRX is configured for another provider: \(shown)",
            detail: "Its calls do not go to Bedrock, so what is found here says nothing about them.",
            evidence: evidence,
            where: .client, confidence: .certain,
            remedies: [
                Remedy(
                    "If Bedrock is meant, write \(place) = \"bedrock\"", command: ConfigurationCheck.edit(fact))
            ])
    }

    private static func isMeantForBedrock(_ name: String) -> Bool {
        guard name.utf8.count <= 64 else { return false }
        let plain = name.lowercased()
        return plain.contains("bedrock") || NearestName.nearest(to: plain, among: names, limit: 2) != nil
    }

    private static func modelAbsent(_ fact: PRXConfigurationFact) -> Finding {
        Finding(
            code: .configModelAbsent, check: ConfigurationCheck.check, status: .warn,
            detail: "Without one PRX asks for its default model, which need not be one of Bedrock's.",
            evidence: ["path": VariableView.plain(fact.path)], where: .client, confidence: .certain,
            remedies: [
                Remedy(
                    "Add a model, for example: default_model = \"amazon.nova-micro-v1:0\"",
                    command: ConfigurationCheck.edit(fact))
            ])
    }

    private static func disagreements(_ configuration: PRXConfiguration, _ fact: PRXConfigurationFact) -> [Finding] {
        [PRXConfiguration.Key.provider, .model].compactMap { key in
            let settings = configuration.settings(of: key)
            guard let winner = settings.first, settings.contains(where: { $0.value != winner.value }) else {
                return nil
            }
            var evidence: JSONObject = ["path": VariableView.plain(fact.path)]
            for setting in settings { evidence[setting.section.place(of: key)] = VariableView.plain(setting.value) }
            let place = winner.section.place(of: key)
            return Finding(
                code: .configSectionsDisagree, check: ConfigurationCheck.check, status: .warn,
                title:
                    "PRX's configuration names the \(key == .provider ? "provider" : "model") twice, and differently",
                detail: "\(place) is taken here, as PRX's source does; its Bedrock page describes [default].",
                evidence: evidence, where: .client, confidence: .likely,
                remedies: [Remedy("Keep one of them, preferably \(place)", command: ConfigurationCheck.edit(fact))])
        }
    }
}
