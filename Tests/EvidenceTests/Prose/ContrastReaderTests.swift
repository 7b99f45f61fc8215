import Testing

@testable import Evidence

/// What a reporter says works beside what fails, as people write it.
@Suite struct ContrastReaderTests {
    private func contrasts(_ text: String) -> [Contrast] { ReporterWords(text: text).contrasts }

    struct Told: Sendable, CustomTestStringConvertible {
        let text: String
        let dimension: Contrast.Dimension
        let works: String?
        let fails: String?
        var testDescription: String { text }

        init(_ text: String, _ dimension: Contrast.Dimension, works: String? = nil, fails: String? = nil) {
            self.text = text
            self.dimension = dimension
            self.works = works
            self.fails = fails
        }
    }

    @Test(arguments: [
        Told("The same keys work fine with the AWS CLI.", .client, works: "the AWS CLI"),
        Told("The upload fails when the name contains a '{'.", .characters, fails: "names with '{' in them"),
        Told("I get a 403 if the prefix has = or & in it.", .characters, fails: "names with '=' or '&' in them"),
        Told(
            "This only occurs with temporary keys. Permanent credentials work.", .credentials, works: "access keys",
            fails: "temporary credentials"),
        Told("It works with curl but our Go service gets a 403.", .client, works: "curl", fails: "the Go service"),
        Told("The same token in curl produces a clear response.", .client, works: "curl"),
        Told("curl with the same variable is answered with 200.", .client, works: "curl"),
        Told(
            "I'm still getting the error with the new token, while\n```\ncurl -X POST https://example.com \\\n  -d '{}'\n```\nproduces a clear response.",
            .client, works: "curl"),
        Told("It works in Postman, but not in my Go code.", .client, works: "Postman", fails: "the Go code"),
        Told("The same request works perfectly with `boto3`.", .client, works: "a script with boto3"),
        Told("Permission denied with aws bedrock but working with aws cli", .client, works: "the AWS CLI"),
        Told(
            """
            [BUG] Claude Code returns 404

            ## boto3 Works, Claude Code Doesn't - Proves it
            """, .client, works: "a script with boto3", fails: "Claude Code"),
        Told("The same profile and model works through the claude cli.", .client, works: "Claude Code"),
        Told("Kiro CLI works with this profile.", .client, works: "Kiro"),
        Told("The gemini CLI works with this profile.", .client, works: "the gemini CLI"),
        Told(
            "- `aws bedrock-runtime invoke-model` with the same model id works, region is set in the profile.", .client,
            works: "the AWS CLI"),
        Told(
            """
            I can access the model with
            `
            aws bedrock-runtime invoke-model --model-id x --body y --region us-east-1 output.json`

            I get a response. But with claude code I get
            > API Error: 403
            """, .client, works: "the AWS CLI", fails: "Claude Code"),
        Told("This works:\n```python\nimport boto3\nclient.converse()\n```", .client, works: "a script with boto3"),
        Told(
            "The model is indeed enabled and working in a python shell, as in the following example:", .client,
            works: "a script in Python"),
        Told(
            "Meanwhile, other aws commands (or assistants; aws CLI or boto3 based) keep working fine on the same box.",
            .client, works: "the AWS CLI"),
        Told("\u{2705} Direct boto3 call\n\u{274C} LiteLLM", .client, works: "a script with boto3", fails: "LiteLLM"),
        Told("The model works in boto3. This one is woking with curl.", .client, works: "a script with boto3"),
        Told(
            "I can list the buckets with aws s3 ls, so I know the credentials are good.", .client, works: "the AWS CLI"),
        Told("Postman works with the same credentials, axios does not.", .client, works: "Postman", fails: "axios"),
        Told(
            "When I call it from boto3 it succeeds, with LangChain I get an error.", .client,
            works: "a script with boto3", fails: "LangChain"),
        Told("Using rclone there are no problems. Using s3cmd it fails.", .client, works: "rclone", fails: "s3cmd"),
        Told("Strange thing is that `aws s3 cp` with the same profile goes through.", .client, works: "the AWS CLI"),
        Told("Why does it work in Postman but not in axios?", .client, works: "Postman", fails: "axios"),
        Told("Verified that the other tool works without issues.", .client, works: "another client"),
    ])
    func `another client`(_ told: Told) { expect(told) }

    @Test(arguments: [
        Told(
            "The error occurs only in a Lambda function, not locally.", .place, works: "the own machine",
            fails: "AWS Lambda"),
        Told("It fails only on ECS, not in local development.", .place, works: "the own machine", fails: "ECS"),
    ])
    func `another place, in a word`(_ told: Told) { expect(told) }

    @Test(arguments: [
        Told("GET requests succeed, POST requests with a body return 403.", .method, works: "GET", fails: "POST"),
        Told(
            "All `GET` calls are fine; every call with a body fails.", .method, works: "GET",
            fails: "requests with a body"),
        Told("Only requests with a payload are rejected.", .method, fails: "requests with a body"),
        Told(
            "ListFoundationModels works, InvokeModel fails with the same role.", .operation,
            works: "ListFoundationModels", fails: "InvokeModel"),
        Told(
            "Non-streaming works, streaming fails with AccessDenied.", .streaming, works: "calls without a stream",
            fails: "streaming"),
        Told("S3 works with this role, SQS fails.", .service, works: "S3", fails: "SQS"),
        Told("It works in us-east-1 but not in eu-central-1.", .region, works: "us-east-1", fails: "eu-central-1"),
        Told("Haiku works, Opus fails.", .model, works: "Claude Haiku", fails: "Claude Opus"),
        Told(
            "It fails in Tokyo (ap-northeast-1). This error does not occur when using the region us-west-2.", .region,
            works: "us-west-2", fails: "ap-northeast-1"),
    ])
    func `another request`(_ told: Told) { expect(told) }

    @Test(arguments: [
        Told("From my terminal it works, in the IDE it fails.", .place, works: "a shell", fails: "a service or a job"),
        Told("Works locally, fails in Lambda.", .place, works: "the own machine", fails: "AWS Lambda"),
        Told(
            "The same code runs fine on my machine but fails inside the container.", .place, works: "the own machine",
            fails: "the container"),
        Told(
            "It works on my laptop, but once deployed it throws an exception.", .place, works: "the own machine",
            fails: "the server"),
        Told("Outside of the cluster it works with the same settings.", .place, works: "the own machine"),
        Told(
            "From home it works. On the VPN the call is rejected.", .network, works: "the network outside",
            fails: "the office's network"),
        Told("Outside the folder, Claude Code works normally.", .project, works: "another folder"),
        Told("Without sudo it works.", .place, works: "a run without sudo"),
        Told("With hostNetwork it works.", .network, works: "the host's network"),
        Told("Without the proxy it works.", .network, works: "the way without the proxy"),
        Told("Disabling Zscaler fixes it.", .network, works: "the way without the proxy"),
    ])
    func `another place`(_ told: Told) { expect(told) }

    @Test(arguments: [
        Told(
            "Small files upload without errors, large files fail with 403.", .size, works: "what is small",
            fails: "what is large"),
        Told("Files under 5 MB work fine.", .size, works: "what is under 5 MB"),
        Told("It fails for prompts longer than 4000 characters.", .size, fails: "what is over 4000 characters"),
        Told(
            "The call fails whenever the name contains special characters.", .characters,
            fails: "characters that need encoding"),
        Told(
            "Keys without spaces work, keys with spaces fail.", .characters, works: "plain names and texts",
            fails: "characters that need encoding"),
        Told(
            "Everything works except for file names with umlauts.", .characters, fails: "characters that need encoding"),
    ])
    func `other contents`(_ told: Told) { expect(told) }

    @Test(arguments: [
        Told("Worked in 1.2.3, broken since 1.3.0.", .version, works: "1.2.3", fails: "1.3.0"),
        Told("It stopped working in v0.5.0.", .version, fails: "v0.5.0"),
        Told("With v5.5.1 no error.", .version, works: "v5.5.1"),
        Told("Pinning to httpx 0.27 fixes it.", .version, works: "httpx 0.27"),
        Told("After upgrading from 2.1.0 to 2.2.0 all calls fail.", .version, works: "2.1.0", fails: "2.2.0"),
        Told("We upgraded to version 1.79.0. Since then every call fails.", .version, fails: "1.79.0"),
        Told("It works with httpx 0.27, not 0.28.", .version, works: "httpx 0.27"),
        Told(
            "After upgrading to 2.4.0, every request fails:\n\n```\n403\n```\n\nDowngrading to 2.3.9, with the same keys, restores it.",
            .version, works: "2.3.9", fails: "2.4.0"),
        Told("`agent-kit@1.9.2` (part of the action since June) broke all calls.", .version, fails: "agent-kit 1.9.2"),
        Told("[Bug] agent-kit@1.9.2 streaming regression: 403 for all", .version, fails: "agent-kit 1.9.2"),
        Told("Regression in 1.9.2: no region is sent.", .version, fails: "1.9.2"),
        Told("This worked in a previous version.", .version),
        Told("### Is this a regression?\n\nYes", .version),
        Told("### Last Working Version\n\n1.0.88", .version, works: "1.0.88"),
        Told("It used to work until last week.", .before),
        Told("It was working a few days ago.", .before),
        Told("It used to work until we upgraded to 2.3.", .version, fails: "2.3"),
        Told("0.80.6 is still woking as expected.", .version, works: "0.80.6"),
        Told(
            "LiteLLM version: v1.76.0\nLast working version: v1.75.8-stable\nSend a request.", .version,
            works: "v1.75.8-stable"),
    ])
    func `another version`(_ told: Told) { expect(told) }

    @Test(arguments: [
        Told("With an API key it works, with IRSA I get an error.", .credentials, works: "an API key", fails: "a role"),
        Told("It works with one access key and not with another.", .credentials, works: "another key"),
        Told("Calls fail after about an hour.", .time, fails: "a session of some age"),
        Told(
            "It works after restarting, then fails after a while.", .time, works: "a fresh start",
            fails: "a session of some age"),
        Told("Sometimes it works, sometimes I get the 403.", .chance, works: "some of the calls"),
    ])
    func `another moment or caller`(_ told: Told) { expect(told) }

    private func expect(_ told: Told) {
        let found = contrasts(told.text)
        let contrast = found.first { $0.dimension == told.dimension }
        #expect(contrast != nil, "\(found)")
        #expect(contrast?.works == told.works)
        #expect(contrast?.fails == told.fails)
    }

    @Test(arguments: [
        "Is it meant to run outside of the cluster?",
        "It does not work with the AWS CLI either.",
        "The AWS CLI should work with the same keys.",
        "Does it work with curl?",
        "I want it to work with the AWS CLI.",
        "Please make sure that it works with boto3.",
        "Neither curl nor Postman works.",
        "I tried to get it working with curl.",
        "I am working with the AWS CLI.",
        "I do not know if it works in us-west-2.",
        "The documentation says that it works in eu-west-1.",
        "It might work with a newer version.",
        "I successfully installed the AWS CLI.",
        "Nothing works, not even curl.",
        "My work laptop has boto3 on it.",
        "It fails with curl and with the AWS CLI.",
        "How can I make it work with Python?",
        "It would be great if streaming worked.",
        "### Expected behavior\n\nIt works with curl, too.",
        "The call with curl never succeeded.",
        "2026-11-24 20:26:44 INFO GET works, POST fails",
        "```\nGET works, POST fails\n```",
        "{\"message\": \"it works with the AWS CLI\"}",
        "> It works with curl for me.",
        "- [ ] It works with the AWS CLI",
        "botocore.exceptions.ClientError: it works with the AWS CLI only",
        "I use Python 3.8.10 and boto3 1.26.1.",
        "Will this be fixed in version 2.0.1?",
        "I have upgraded to 1.4.0 and it still fails.",
        "We are on the latest version 2.3.4 and it fails.",
        "I forward requests to AWS Bedrock, and it works.",
        "someone asked: Does it fail?\nIt works with curl for me.",
        "(maintainer) It works with the AWS CLI.",
        "I thought the problem was with the boto3 sdk.",
        "\u{2705} AWS CLI configured",
        "It works directly.",
        "I can use the AWS CLI without a problem for all other use cases.",
        "The AWS CLI works for everything else.",
        "I run agent-kit 1.9.2 and it broke when I changed the role.",
    ])
    func `no contrast`(_ text: String) { #expect(contrasts(text).isEmpty) }

    @Test func `the words and their line are shown`() throws {
        let text = "Signature mismatch with my Java program.\n\nThe same keys work with the AWS CLI.\n\n```\n403\n```"
        let words = ReporterWords(text: text)
        let contrast = try #require(words.contrasts.first)
        #expect(contrast.line == 3)
        #expect(contrast.evidence == "The same keys work with the AWS CLI")
        #expect(words.sameKeys?.line == 3)
    }

    @Test func `what works and fails is no contrast`() {
        #expect(contrasts("The CLI works for a while. Then the CLI fails.").allSatisfy { $0.dimension != .client })
    }

    @Test func `a long log costs no more than its ends`() {
        let log = Array(repeating: "2026-11-24 20:26:44 DEBUG it works with the AWS CLI", count: 20_000)
        #expect(contrasts(log.joined(separator: "\n")).isEmpty)
    }

    @Test(arguments: [("It works in the AWS CLI.", 1), ("```\nIt works in the AWS CLI.\n```", 0)])
    func `what a fence of an input holds nobody says`(told: String, count: Int) throws {
        let input = try ReadInput(Array("My Go program is refused.\n\n\(told)\n".utf8), name: "x")
        let excerpt = try #require(input.excerpt)
        #expect(ReporterWords(excerpt).contrasts.count == count)
    }
}
