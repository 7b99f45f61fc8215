import Diagnosis
import Report
import Testing

@Suite("PRX's configuration")
struct ConfigurationTests {
    private func outcome(
        _ state: PRXConfigurationFact.State, fromVariable: Bool = false
    ) -> (findings: [Finding], model: Setting?) {
        var facts = EnvironmentFacts(
            variables: [:],
            configuration: PRXConfigurationFact(
                path: "/home/u/.openprx/config.toml", isDirectoryFromVariable: fromVariable, state: state),
            now: EnvironmentCase.now)
        facts.overrides.speaksOfPRX = true
        let diagnosis = facts.diagnosis
        return (diagnosis.findings.filter { $0.check == "configuration" }, diagnosis.settings.model)
    }

    static let states: [(PRXConfigurationFact.State, Bool, [String], String?)] = [
        (.missing, false, ["config-missing"], nil),
        (.missing, true, ["config-directory-empty"], nil),
        (.unreadable(reason: "Permission denied"), false, ["config-unreadable"], nil),
        (.malformed(line: 3, column: 7, message: "expected ="), false, ["config-malformed"], nil),
        (
            .read(PRXConfiguration(top: .init(provider: "bedrock", model: "amazon.nova-micro-v1:0"))), false,
            ["config-found"], "amazon.nova-micro-v1:0"
        ),
        (
            .read(PRXConfiguration(general: .init(provider: "aws-bedrock", model: "anthropic.claude-sonnet-4-6"))),
            false, ["config-found"], "anthropic.claude-sonnet-4-6"
        ),
        (
            .read(PRXConfiguration(default: .init(provider: "bedrock", model: "us.anthropic.claude-opus-4-6-v1"))),
            false, ["config-found"], "us.anthropic.claude-opus-4-6-v1"
        ),
        (.read(PRXConfiguration()), false, ["config-provider-absent"], nil),
        (
            .read(PRXConfiguration(top: .init(provider: "anthropic", model: "claude"))), false,
            ["config-other-provider"], nil
        ),
        (.read(PRXConfiguration(top: .init(provider: "Bedrock"))), false, ["config-provider-misspelt"], nil),
        (.read(PRXConfiguration(top: .init(provider: "bedrok"))), false, ["config-provider-misspelt"], nil),
        (.read(PRXConfiguration(top: .init(provider: "aws_bedrock"))), false, ["config-provider-misspelt"], nil),
        (.read(PRXConfiguration(top: .init(provider: "bedrock"))), false, ["config-model-absent"], nil),
        (
            .read(PRXConfiguration(top: .init(provider: "bedrock", model: "anthropic.claude-sonnet-4-6-v1:0"))), false,
            ["config-model-misspelt"], "anthropic.claude-sonnet-4-6-v1:0"
        ),
        (
            .read(PRXConfiguration(top: .init(provider: "bedrock", model: "anthropic.claude-3-5-haiku-20241022-v1:0"))),
            false, ["config-model-retired"], "anthropic.claude-3-5-haiku-20241022-v1:0"
        ),
        (
            .read(PRXConfiguration(top: .init(provider: "bedrock", model: "acme.brand-new-v9:0"))), false,
            ["config-model-unknown"], "acme.brand-new-v9:0"
        ),
        (
            .read(PRXConfiguration(top: .init(provider: "bedrock", model: "amazon.nova-micro-v1:0\n"))), false,
            ["config-model-unclean"], "amazon.nova-micro-v1:0\n"
        ),
        (
            .read(
                PRXConfiguration(
                    top: .init(provider: "bedrock", model: "amazon.nova-micro-v1:0"),
                    default: .init(provider: "bedrock", model: "amazon.nova-pro-v1:0"))), false,
            ["config-sections-disagree"], "amazon.nova-micro-v1:0"
        ),
    ]

    @Test("every state has its finding, and names the model", arguments: states.indices)
    func findings(index: Int) {
        let (state, fromVariable, codes, model) = Self.states[index]
        let outcome = outcome(state, fromVariable: fromVariable)
        #expect(outcome.findings.map(\.code) == codes)
        #expect(outcome.model?.value == model)
        for finding in outcome.findings {
            #expect(CodeRegistry.page(finding.code) != nil)
            #expect(finding.status == .pass || !finding.remedies.isEmpty)
        }
    }

    @Test("a workspace that may hold another configuration is named, unless the directory is given")
    func workspace() {
        for (fromVariable, expected) in [
            (false, ["config-missing", "config-workspace-set"]), (true, ["config-directory-empty"]),
        ] {
            let facts = EnvironmentFacts(
                variables: ["OPENPRX_WORKSPACE": "/srv/prx"],
                configuration: PRXConfigurationFact(
                    path: "/c/config.toml", isDirectoryFromVariable: fromVariable, state: .missing),
                now: EnvironmentCase.now)
            let codes = facts.diagnosis.findings.filter { $0.check == "configuration" }.map(\.code)
            #expect(Set(codes) == Set(expected))
            #expect(codes.allSatisfy { CodeRegistry.page($0) != nil })
        }
    }

    @Test("a retired model's finding names the day and the successor")
    func retired() throws {
        let finding = try #require(
            outcome(
                .read(
                    PRXConfiguration(top: .init(provider: "bedrock", model: "anthropic.claude-3-5-haiku-20241022-v1:0"))
                )
            )
            .findings.first)
        #expect(finding.title.contains("2026-06-19"))
        #expect(finding.remedies.first?.text.contains("anthropic.claude-haiku-4-5-20251001-v1:0") == true)
    }

    @Test("a malformed file's finding leads to the line")
    func malformed() throws {
        let finding = try #require(outcome(.malformed(line: 3, column: 7, message: "expected =")).findings.first)
        #expect(finding.remedies.first?.command == "sed -n '1,5p' /home/u/.openprx/config.toml")
    }

    @Test("the model's origin is its file and its key")
    func origin() {
        let model = outcome(
            .read(PRXConfiguration(default: .init(provider: "bedrock", model: "amazon.nova-micro-v1:0")))
        ).model
        #expect(model?.origin == "/home/u/.openprx/config.toml [default] model")
    }
}
