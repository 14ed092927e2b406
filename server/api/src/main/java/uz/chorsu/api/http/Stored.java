package uz.chorsu.api.http;

import java.util.Map;

/// An answer as bytes, as it went out first.
///
/// @param request SHA-256 of method, path, query and body, hexadecimal; empty without a key
@SuppressWarnings("ArrayRecordComponent") // written out, never compared
record Stored(
    String request, int status, String contentType, Map<String, String> headers, byte[] body) {}
