import ConverseAPI
import JSONText
import TestSupport
import Testing

@Suite("The model id in the path", .live)
struct ModelTargetTests {
    @Test(arguments: [
        ("anthropic.claude-sonnet-4-6", "anthropic.claude-sonnet-4-6", "anthropic.claude-sonnet-4-6"),
        ("amazon.nova-micro-v1:0", "amazon.nova-micro-v1:0", "amazon.nova-micro-v1%3A0"),
        ("us.a.b-v1:0:48k", "us.a.b-v1:0:48k", "us.a.b-v1%3A0%3A48k"),
        (
            "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.x-v1:0",
            "arn:aws:bedrock:us-east-1:123456789012:inference-profile%2Fus.x-v1:0",
            "arn%3Aaws%3Abedrock%3Aus-east-1%3A123456789012%3Ainference-profile%2Fus.x-v1%3A0"
        ),
        ("a b[1m]?#%é~_", "a%20b%5B1m%5D%3F%23%25%C3%A9~_", "a%20b%5B1m%5D%3F%23%25%C3%A9~_"),
        ("..", "..", ".."),
        ("", "", ""),
    ])
    func isOneSegmentInBothForms(_ id: String, _ raw: String, _ encoded: String) {
        #expect(ModelTarget.path(modelID: id, operation: .converse) == "/model/\(raw)/converse")
        #expect(
            ModelTarget.path(modelID: id, operation: .converseStream, form: .percentEncoded)
                == "/model/\(encoded)/converse-stream")
    }

    @Test(.needsBotocore)
    func theEncodedFormIsBotocores() async throws {
        let ids = [
            "amazon.nova-micro-v1:0", "arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abcdefghij12",
            "weird id/with+all=of,them;&@!$'()*", "ünïcode~-._",
        ]
        let script = """
            import json, os, sys
            import botocore.session
            client = botocore.session.Session().create_client(
                'bedrock-runtime', region_name='us-east-1', aws_access_key_id='x', aws_secret_access_key='y')
            found = []
            def note(request, **_):
                found.append(request.url)
                return __import__('botocore.awsrequest').awsrequest.AWSResponse(request.url, 200, {}, None)
            client.meta.events.register('before-send.bedrock-runtime.CountTokens', note)
            client.meta.events.register('before-send.bedrock-runtime.Converse', note)
            for id in json.loads(os.environ['IDS']):
                try:
                    client.converse(modelId=id, messages=[])
                except Exception:
                    pass
            json.dump(found, sys.stdout)
            """
        let list = JSONValue.array(ids.map { .string($0) }).text()
        let found = try #require(await Python.json(script, ["IDS": list]).arrayValue)
        #expect(
            found.compactMap(\.stringValue)
                == ids.map {
                    "https://bedrock-runtime.us-east-1.amazonaws.com"
                        + ModelTarget.path(modelID: $0, operation: .converse, form: .percentEncoded)
                })
    }
}
