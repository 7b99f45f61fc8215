/// What can be wrong with a streamed answer once it has begun.
extension FindingCode {
    package static let streamDamaged = FindingCode(
        "stream-damaged", in: .stream,
        title: "A streamed answer's frames are damaged",
        meaning:
            "A checksum or a length in the event stream is wrong: bytes were changed, lost or added on the way.",
        looksLike: """
            Checksum mismatch: expected 0x..., calculated 0x... (boto3); The prelude checksum specified in the \
            message does not match (JavaScript); Message checksum failure (Java).
            """,
        why: """
            Something between the service and the client treats the answer as text, compresses it again, cuts it \
            or puts its own words in: a proxy, a gateway, a recorder. Nothing after the damage can be read.
            """,
        fix: """
            Try again, and without what stands in between: `env -u HTTPS_PROXY -u ALL_PROXY COMMAND`. A recorded \
            stream that is damaged must be recorded again, as bytes.
            """,
        detection: "CRC-32 of a frame's lengths or of the whole frame, or a length beyond 24 MiB.",
        source: "https://smithy.io/2.0/aws/amazon-eventstream.html")

    package static let streamEndedEarly = FindingCode(
        "stream-ended-early", in: .stream,
        title: "A streamed answer broke off",
        meaning: "The connection or the stream ended before the event messageStop, or inside a frame.",
        looksLike: """
            Response ended prematurely; IncompleteRead(... bytes read); Connection broken: InvalidChunkLength(got \
            length b'', 0 bytes read); Truncated event message received; unexpected EOF.
            """,
        why: """
            A proxy or a load balancer ends long answers (its idle or total limit is shorter than the model's \
            answer), or the service closed the connection. boto3 ends its loop without an error when the cut \
            falls between two frames, or inside the last one: the text is then short, and nothing says so.
            """,
        fix: """
            Try again; raise the limits of what stands in between; ask for fewer tokens. Look for messageStop in \
            your own code: without it the answer is not whole.
            """,
        detection: "The end of the body, and no messageStop before it; or bytes of a frame left over.",
        source: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html")

    package static let streamSilent = FindingCode(
        "stream-silent", in: .stream,
        title: "A streamed answer stopped coming",
        meaning: "The answer had begun, and then no byte came for as long as the client waits.",
        looksLike: "Read timeout on endpoint URL (boto3), or: timed out while reading the response.",
        why: """
            A model that thinks before its next word, a proxy that holds answers back until they are whole, or a \
            connection that died without being closed.
            """,
        fix: """
            Allow more time between two bytes: `Config(read_timeout=300)` in boto3, `--cli-read-timeout 300`. If \
            the whole answer comes at once when it comes, switch the proxy's buffering off.
            """,
        detection: "A deadline between two bytes of a body passed.",
        source: "https://boto3.amazonaws.com/v1/documentation/api/latest/guide/configuration.html")

    package static let answerUnreadable = FindingCode(
        "answer-unreadable", in: .stream,
        title: "An answer, or an event of it, is not what it promises",
        meaning: """
            An answer came, and its content is not JSON, not UTF-8, does not have the shape that the API describes, or holds nothing that \
            the program could use.
            """,
        looksLike: """
            'utf-8' codec can't decode byte (boto3); Unexpected token in JSON (JavaScript); Type validation failed: Value: ...; No object \
            generated: could not parse the response. boto3 takes an event whose JSON is cut for an event without members, and says nothing.
            """,
        why: """
            A server that imitates Bedrock, a gateway that rewrites answers, an API newer than the client, or a model whose answer ended at \
            max_tokens, is empty, or has not the form that the program asked for.
            """,
        fix: """
            Look at the answer itself. Where it is no answer of Bedrock's, check what the endpoint is (`doctor env`); where it is one, see its \
            stopReason, or update the client.
            """,
        detection: "The JSON of the body or the event, and the API's own description of it.",
        source: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStreamOutput.html")

    package static let streamOutOfOrder = FindingCode(
        "stream-out-of-order", in: .stream,
        title: "Events of a streamed answer came twice, or not at all",
        meaning: "messageStart, blocks, messageStop and metadata did not follow each other as they must.",
        looksLike: "A text that repeats or lacks a part; an error of a client that looks at the order.",
        why: """
            A server that imitates Bedrock, a gateway that tries again in the middle of an answer, or code that \
            merges two streams.
            """,
        fix: "Check what the endpoint is (`doctor env`); take the stream from Bedrock itself and compare.",
        detection: "The order that the User Guide gives, block by block.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-call.html")

    static let streamCodes: [FindingCode] = [
        streamDamaged, streamEndedEarly, streamSilent, answerUnreadable, streamOutOfOrder,
    ]
}
