// Java's HttpClient with a signer by hand, on the JDK alone: what small clients in Java are. It signs and sends, and retries
// nothing; streams are left out, since the JDK reads no event stream. Run as `java Client.java`.

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

public class Client {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    public static void main(String[] arguments) throws Exception {
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        ExecutorService pool = Executors.newFixedThreadPool(8);
        for (String line; (line = input.readLine()) != null; ) {
            Map<String, Object> message = object(new Json(line).value());
            if (message.containsKey("protocol")) {
                write(map("name", "Java's HttpClient", "version", Runtime.version().toString(), "language", "Java",
                    "features", List.of("converse", "tools", "token", "tls", "http2")));
            } else if (message.containsKey("end")) {
                break;
            } else {
                pool.submit(() -> {
                    Map<String, Object> answer = map("id", message.get("id"));
                    answer.putAll(reply(message));
                    write(answer);
                });
            }
        }
        pool.shutdown();
    }

    private static Map<String, Object> reply(Map<String, Object> message) {
        try {
            return call(message);
        } catch (Exception error) {
            return map("error", error.toString());
        }
    }

    private static Map<String, Object> call(Map<String, Object> message) throws Exception {
        boolean needsHTTP2 = message.containsKey("httpVersion");
        URI endpoint = URI.create((String) message.get("endpoint"));
        if (needsHTTP2 && endpoint.getScheme().equals("http")) {
            return map("skipped", "HttpClient speaks HTTP/2 in the clear by Upgrade only, not by prior knowledge");
        }
        Duration limit = Duration.ofSeconds(Long.parseLong(message.get("timeoutSeconds").toString()));
        var builder = HttpClient.newBuilder().connectTimeout(limit);
        if (message.get("caBundle") instanceof String bundle) builder.sslContext(trusting(bundle));
        String path = "/model/" + encoded((String) message.get("modelId")) + "/converse";
        byte[] body = Json.text(message.get("input")).getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(endpoint + path)).timeout(limit)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        signature(message, endpoint.getAuthority(), path, body).forEach(request::header);
        HttpResponse<byte[]> response;
        try {
            response = builder.build().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (HttpTimeoutException error) {
            return failure("timeout", null, null, error.toString());
        } catch (IOException error) {
            return failure("transport", null, null, error.toString());
        }
        String text = new String(response.body(), StandardCharsets.UTF_8);
        if (response.statusCode() != 200) return refusal(response, text);
        try {
            return map("result", told(object(new Json(text).value())));
        } catch (RuntimeException error) {
            return failure("decode", null, null, error.toString());
        }
    }

    // What is signed

    private static Map<String, String> signature(Map<String, Object> message, String host, String path, byte[] body)
            throws Exception {
        Map<String, Object> keys = object(message.get("credentials"));
        String time = ZonedDateTime.now(ZoneOffset.UTC).format(MOMENT), region = (String) message.get("region");
        var headers = new TreeMap<String, String>(Map.of("content-type", "application/json", "x-amz-date", time));
        if (keys.get("sessionToken") instanceof String token) headers.put("x-amz-security-token", token);
        var signed = new TreeMap<String, String>(headers);
        signed.put("host", host);
        String names = String.join(";", signed.keySet());
        var canonical = new StringBuilder("POST\n").append(encoded(path).replace("%2F", "/")).append("\n\n");
        signed.forEach((name, value) -> canonical.append(name).append(':').append(value).append('\n'));
        canonical.append('\n').append(names).append('\n').append(hash(body));
        String scope = time.substring(0, 8) + "/" + region + "/bedrock/aws4_request";
        String toSign = "AWS4-HMAC-SHA256\n" + time + "\n" + scope + "\n"
            + hash(canonical.toString().getBytes(StandardCharsets.UTF_8));
        byte[] key = ("AWS4" + keys.get("secretAccessKey")).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/")) key = hmac(key, part);
        headers.put("authorization", "AWS4-HMAC-SHA256 Credential=" + keys.get("accessKeyId") + "/" + scope
            + ", SignedHeaders=" + names + ", Signature=" + HexFormat.of().formatHex(hmac(key, toSign)));
        return headers;
    }

    private static byte[] hmac(byte[] key, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static String encoded(String text) {
        var encoded = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (each & 0xFF);
            boolean isPlain = character < 0x80 && (Character.isLetterOrDigit(character) || "-_.~".indexOf(character) >= 0);
            encoded.append(isPlain ? String.valueOf(character) : String.format("%%%02X", each & 0xFF));
        }
        return encoded.toString();
    }

    private static SSLContext trusting(String bundle) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        var bytes = new ByteArrayInputStream(bundle.getBytes(StandardCharsets.UTF_8));
        for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(bytes)) {
            store.setCertificateEntry("authority " + store.size(), each);
        }
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    // What is told

    private static Map<String, Object> refusal(HttpResponse<byte[]> response, String text) {
        String type = response.headers().firstValue("x-amzn-errortype").orElse(null), words = text;
        try {
            Map<String, Object> described = object(new Json(text).value());
            if (described.get("message") instanceof String message) words = message;
            else if (described.get("Message") instanceof String message) words = message;
            if (type == null && described.get("__type") instanceof String found) type = found;
        } catch (RuntimeException error) {
            // A page in place of JSON is told as it stands.
        }
        if (type != null) type = type.split(":")[0].replaceFirst("^.*#", "");
        return failure("service", type, response.statusCode(), words);
    }

    private static Map<String, Object> told(Map<String, Object> answer) {
        var text = new StringBuilder();
        var tools = new ArrayList<Object>();
        for (Object each : list(object(object(answer.get("output")).get("message")).get("content"))) {
            Map<String, Object> block = object(each);
            if (block.containsKey("text")) text.append(block.get("text"));
            if (block.get("toolUse") instanceof Map<?, ?> use) {
                tools.add(map("name", use.get("name"), "input", use.get("input")));
            }
        }
        var told = map("text", text.toString(), "toolUses", tools);
        for (String name : List.of("stopReason", "usage")) if (answer.containsKey(name)) told.put(name, answer.get(name));
        return told;
    }

    private static Map<String, Object> failure(String kind, String type, Integer status, String message) {
        var failure = map("kind", kind, "message", message);
        if (type != null) failure.put("type", type);
        if (status != null) failure.put("status", status);
        return map("failure", failure);
    }

    // JSON

    private static Map<String, Object> map(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int place = 0; place < pairs.length; place += 2) map.put((String) pairs[place], pairs[place + 1]);
        return map;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) { return (Map<String, Object>) value; }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) { return (List<Object>) value; }

    private static synchronized void write(Object message) {
        System.out.writeBytes((Json.text(message) + "\n").getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }

    /** A number as it is spelt, so that none loses a digit. */
    private record Spelt(String text) {
        @Override public String toString() { return text; }
    }

    /** Reads and writes JSON: the JDK has nothing that does. */
    private static final class Json {
        private final String source;
        private int place = 0;

        Json(String source) { this.source = source; }

        Object value() {
            Object value = next();
            if (place != source.length()) throw new IllegalArgumentException("text behind JSON at " + place);
            return value;
        }

        private Object next() {
            blank();
            Object value = switch (peek()) {
                case '{' -> members();
                case '[' -> elements();
                case '"' -> string();
                case 't' -> word("true", true);
                case 'f' -> word("false", false);
                case 'n' -> word("null", null);
                default -> number();
            };
            blank();
            return value;
        }

        private Object members() {
            var map = new LinkedHashMap<String, Object>();
            place++;
            blank();
            if (accept('}')) return map;
            do {
                blank();
                String name = string();
                blank();
                expect(':');
                map.put(name, next());
            } while (accept(','));
            expect('}');
            return map;
        }

        private Object elements() {
            var list = new ArrayList<Object>();
            place++;
            blank();
            if (accept(']')) return list;
            do list.add(next()); while (accept(','));
            expect(']');
            return list;
        }

        private String string() {
            expect('"');
            var text = new StringBuilder();
            while (peek() != '"') {
                char character = source.charAt(place++);
                if (character != '\\') {
                    text.append(character);
                    continue;
                }
                char escape = source.charAt(place++);
                switch (escape) {
                    case 'b' -> text.append('\b');
                    case 'f' -> text.append('\f');
                    case 'n' -> text.append('\n');
                    case 'r' -> text.append('\r');
                    case 't' -> text.append('\t');
                    case 'u' -> {
                        text.append((char) Integer.parseInt(source.substring(place, place + 4), 16));
                        place += 4;
                    }
                    default -> text.append(escape);
                }
            }
            place++;
            return text.toString();
        }

        private Object number() {
            int start = place;
            while (place < source.length() && "+-.eE0123456789".indexOf(source.charAt(place)) >= 0) place++;
            if (start == place) throw new IllegalArgumentException("no JSON at " + place);
            return new Spelt(source.substring(start, place));
        }

        private Object word(String word, Object value) {
            if (!source.startsWith(word, place)) throw new IllegalArgumentException("no JSON at " + place);
            place += word.length();
            return value;
        }

        private void blank() {
            while (place < source.length() && " \t\r\n".indexOf(source.charAt(place)) >= 0) place++;
        }

        private char peek() {
            if (place >= source.length()) throw new IllegalArgumentException("JSON that ends early");
            return source.charAt(place);
        }

        private boolean accept(char character) {
            if (place >= source.length() || source.charAt(place) != character) return false;
            place++;
            return true;
        }

        private void expect(char character) {
            if (!accept(character)) throw new IllegalArgumentException("no " + character + " at " + place);
        }

        static String text(Object value) {
            var text = new StringBuilder();
            write(value, text);
            return text.toString();
        }

        private static void write(Object value, StringBuilder text) {
            if (value instanceof String string) {
                write(string, text);
            } else if (value instanceof Map<?, ?> map) {
                String separator = "{";
                for (var member : map.entrySet()) {
                    text.append(separator);
                    write((String) member.getKey(), text);
                    write(member.getValue(), text.append(':'));
                    separator = ",";
                }
                text.append(map.isEmpty() ? "{}" : "}");
            } else if (value instanceof List<?> list) {
                String separator = "[";
                for (Object element : list) {
                    write(element, text.append(separator));
                    separator = ",";
                }
                text.append(list.isEmpty() ? "[]" : "]");
            } else {
                text.append(value);
            }
        }

        private static void write(String string, StringBuilder text) {
            text.append('"');
            for (char character : string.toCharArray()) {
                if (character == '"' || character == '\\') text.append('\\').append(character);
                else if (character < 0x20 || Character.isSurrogate(character)) text.append(String.format("\\u%04x", (int) character));
                else text.append(character);
            }
            text.append('"');
        }
    }
}
