import Codes
import Evidence
import Report

/// A streamed answer, or the body of any, that goes wrong after it has begun.
extension ErrorCause {
    static let stream = list {
        ErrorCause(
            .streamDamaged, .network,
            rules: [
                .peculiar("checksum mismatch|mismatched|failure|failed|match|gives|give"),
                .peculiar("prelude|message checksum|checksums|crc|crc32"),
                .peculiar("payload|header|headers|message length exceeded|exceeds|limit maximum|limit"),
                .peculiar("message announces bytes limit"),
                .fitting("duplicate header present"),
            ]
        ) { call in
            Remedy("Try again; if it persists, something in between changes the bytes of the answer.")
            call.direct
        }
        ErrorCause(
            .streamEndedEarly, .network,
            rules: [
                .peculiar("response|stream|body|answer ended prematurely|early"),
                .peculiar("incompleteread"),
                .peculiar("incomplete read|message|chunked"),
                .peculiar("invalidchunklength"),
                .peculiar("truncated event message"),
                .peculiar("unexpected eof"),
                .peculiar("outstanding read data remaining"),
                .peculiar("messagestop had not|never come"),
                .peculiar("stream ended after bytes"),
                // Agents, of a stream without the event that ends it.
                .fitting(
                    "stream ended|closed|terminated|finished without completing|completed|complete message|response"),
                .fitting("stream ended|closed|terminated before message|messagestop|completion|complete"),
                .peculiar("closed connection middle response|responses"),
            ]
        ) { call in
            Remedy(
                """
                Try again; if it persists, raise the limit of the proxy or load balancer that ends long answers, or \
                ask for fewer tokens.
                """)
            call.direct
        }
        ErrorCause(
            .streamSilent, .network,
            rules: [
                .peculiar("timed out while reading response"),
                // urllib3's own error: botocore turns it into another one as long as the answer has not begun.
                .peculiar("awshttpconnectionpool|awshttpsconnectionpool read timed"),
            ]
        ) { call in
            Remedy("Allow more time between two bytes (boto3: read_timeout), and switch a proxy's buffering off.")
            call.direct
        }
        ErrorCause(
            .answerUnreadable, .network,
            rules: [
                .peculiar("payload event not json"),
                .peculiar("event is not apis"),
                .peculiar("answer is not converses"),
                .fitting("utf 8 codec decode byte"),
                // Dart, Rust and Go, of bytes that are no text.
                .peculiar("formatexception unexpected extension|continuation byte"),
                .peculiar("formatexception missing extension byte"),
                .fitting("formatexception unexpected character"),
                .fitting("invalid utf 8 sequence bytes"),
                .fitting("unable parse response received"),
                // LangChain's for Bedrock, of a block that it has no class for.
                .fitting("unsupported content block type|types"),
                // Libraries that compare an answer with the form that they expect: the AI SDK's, zod's, pydantic's.
                .fitting("type validation failed value", none: ["parameter"]),
                .fitting("ai typevalidationerror|jsonparseerror|invalidresponsedataerror"),
                .fitting("typevalidationerror|invalidresponsedataerror"),
                .peculiar("frame has|does no|not header|say type|which"),
                // JSON parsers, of an answer that is empty, cut, or a plain text: Python, V8, Go, Jackson.
                .hinting("expecting value line column char"),
                .fitting("unexpected token is not valid json"),
                .fitting("unable get json response"),
                // Programs that wanted an answer of a form, or any at all.
                .fitting("no object|output generated", "parse|response|stream|check"),
                .fitting("invalid response llm call none|empty"),
                .fitting("model returned empty response", none: ["modelstreamerrorexception"]),
                .fitting("exceeded maximum retries result|output validation"),
                .fitting("agent reached unrecoverable state max tokens|max_tokens"),
            ]
        ) { call in
            call.textForEvents
            Remedy(
                "Make sure that Bedrock itself answers: a gateway or an imitation does not answer as the API says.")
            call.direct
        }
        ErrorCause(
            .streamOutOfOrder, .network,
            rules: [
                .peculiar("came before messagestart"),
                .peculiar("came after messagestop"),
                .peculiar("messagestart came second time"),
                .peculiar("contentblockdelta|contentblockstart|contentblockstop block had ended|begun"),
                .peculiar("messagestop came block had not ended"),
            ]
        ) { call in
            Remedy(
                "Make sure that Bedrock itself answers: a gateway or an imitation does not answer as the API says.")
            call.direct
        }
    }
}

extension FailedCall {
    /// An answer in plain text that a decoder of event streams was given.
    fileprivate var textForEvents: Remedy? {
        guard let found = TextInFrame(in: read.whole) else { return nil }
        let client = scene.client.map { PrintableText.escaped($0.value, limit: 60) } ?? "the client"
        return Remedy(
            """
            Update \(client), and let it call without streaming until then: where a checksum or a length of a frame belongs stands the text '\(PrintableText.escaped(found.text))', so a plain answer (server-sent events, JSON) was given \
            to the decoder of AWS's binary event stream, and nothing changed it on the way. Paths of OpenAI's and Anthropic's form (bedrock-mantle, /v1/messages, /v1/chat/completions) stream as server-sent events; ConverseStream and \
            InvokeModelWithResponseStream as binary events. Behind a base URL of your own see what answers there: a refusal is a text, too.
            """
        ).about(.shown)
    }
}
