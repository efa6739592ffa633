package dev.primacy.engine.kubernetes;

/**
 * What came back.
 *
 * @param code the status
 * @param body what was said
 */
@SuppressWarnings("ArrayRecordComponent") // handed from one thread to one other
record Answer(int code, byte[] body) {

  boolean isGood() {
    return code >= 200 && code < 300;
  }
}
