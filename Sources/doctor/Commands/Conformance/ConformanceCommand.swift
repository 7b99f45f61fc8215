import ArgumentParser

/// `doctor conformance`: somebody else's signer, verifier or client, driven through vectors and scenarios.
struct ConformanceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "conformance",
        abstract:
            "Drive somebody else's signer, verifier or client through vectors and scenarios, and say which rule it breaks.",
        discussion: """
            The program after -- is an adapter: some thirty lines in any language that put cases to the software under test \
            through its public API. Runner and adapter speak JSON, one object a line, over the adapter's standard input and \
            output. Tests/Adapters/README.md describes how to write one.

              doctor conformance signer -- python3 Tests/Adapters/botocore_signer.py
              doctor conformance verifier -- python3 Tests/Adapters/hmac_verifier.py
              doctor conformance client -- python3 Tests/Adapters/boto3_client.py
              doctor conformance signer -- doctor conformance adapter signer

            With --self-test it runs adapters that are wrong on purpose, at least one for each family of vectors and scenarios, \
            and fails if one of them is not caught there.

            \(ExitStatusGuide.report)
            """,
        subcommands: [
            ConformanceSignerCommand.self, ConformanceVerifierCommand.self, ConformanceClientCommand.self,
            ConformanceAdapterCommand.self, ConformanceSelfTestCommand.self,
        ])
}
