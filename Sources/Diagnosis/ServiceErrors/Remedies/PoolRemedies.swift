import Evidence
import Report

/// What to do where every connection of a client is in use: which setting is its pool's size, and what keeps connections.
///
/// Sources: <https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/http-configuration.html>,
/// <https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/node-configuring-maxsockets.html>,
/// <https://docs.aws.amazon.com/botocore/latest/reference/config.html> (`max_pool_connections`).
enum PoolRemedies {
    static func all(_ call: FailedCall) -> [Remedy] {
        if call.words.has("connection pool full discarding") {
            return [
                Remedy(
                    """
                    This is a warning, and no call failed by it: more threads call at once than the pool keeps connections, so some are made \
                    anew. Raise the size: config=botocore.config.Config(max_pool_connections=50), 10 by itself. Where calls fail, look for \
                    the error behind it.
                    """)
            ]
        }
        return [
            Remedy(
                """
                No connection of the client became free in time, and nothing was sent: close what was opened. A streamed answer keeps its \
                connection until it is read to the end, closed or cancelled (ResponseInputStream.close, a subscriber's cancel, leaving the \
                loop over a stream), also where an exception ends the reading.
                """),
            Remedy(size(call)),
        ]
    }

    private static func size(_ call: FailedCall) -> String {
        let less = "or call less at once (a semaphore, a queue)"
        switch call.language {
        case .jvm:
            return """
                Then raise the pool: maxConnections (ApacheHttpClient) or maxConcurrency (NettyNioAsyncHttpClient, AwsCrtHttpClient), 50 by \
                itself, and connectionAcquisitionTimeout, 10 s; \(less). Use one client for all calls.
                """
        case .node:
            return """
                Then raise the pool: new NodeHttpHandler({ httpsAgent: new https.Agent({ maxSockets: 200 }) }), 50 by itself; \(less). Use \
                one client for all calls.
                """
        case .python:
            return """
                Then raise the pool: botocore.config.Config(max_pool_connections=50), 10 by itself; with httpx \
                httpx.Limits(max_connections=...) and the pool's timeout; \(less).
                """
        default:
            return """
                Then raise the pool (Java: maxConnections or maxConcurrency and connectionAcquisitionTimeout; Node: maxSockets of the \
                https.Agent; Python: max_pool_connections; httpx: max_connections), \(less).
                """
        }
    }
}
