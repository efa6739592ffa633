package dev.primacy.engine.tck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The suite fails where it has to: for each way to be wrong there is a test that finds it. */
class PlantedFaultsTest {

  @ParameterizedTest
  @CsvSource({
    "COMPARES_BEFORE_IT_SETS, an_order_explains_what_concurrent_clients_were_told",
    "COMPARES_BEFORE_IT_SETS, of_many_writers_exactly_one_succeeds_each_version",
    "READS_FROM_A_CACHE, an_order_explains_what_concurrent_clients_were_told",
    "READS_FROM_A_CACHE, a_read_and_a_list_show_what_was_confirmed_to_anybody_before",
    "READS_FROM_A_CACHE, reads_never_go_back_for_one_reader",
    "TELLS_CONFLICT_FOR_WHAT_IT_WROTE, an_order_explains_what_concurrent_clients_were_told",
    "COUNTS_VERSIONS_FOR_EACH_RECORD, versions_never_recur_over_writing_removal_and_creation",
    "COUNTS_VERSIONS_FOR_EACH_RECORD, an_order_explains_what_concurrent_clients_were_told",
    "LISTS_SOMETIMES_WITHOUT_THE_LAST,"
        + " a_record_that_stays_is_in_every_list_while_others_come_and_go",
    "FOLDS_NAMES_TO_LOWER_CASE, names_that_differ_in_anything_are_records_of_their_own",
    "TAKES_EMPTY_FOR_ABSENT, bytes_come_back_as_they_were_whatever_they_are",
    "CUTS_LARGE_VALUES, bytes_come_back_as_they_were_whatever_they_are",
    "CUTS_LARGE_VALUES, a_value_beyond_the_limit_is_refused_and_changes_nothing",
    "FORGETS_HINTS, who_reads_at_each_hint_ends_with_the_latest_state",
    "HINTS_AFTER_CLOSE, nothing_is_hinted_after_close",
    "HINTS_AFTER_CLOSE, a_closed_store_certainly_does_nothing",
    "LEAVES_A_THREAD, closing_gives_back_every_thread_and_every_socket",
    "LISTS_BEFORE_IT_WRITES,"
        + " a_write_brings_a_list_that_shows_it_and_what_was_confirmed_before",
    "LISTS_WHAT_IT_WROTE_AND_WHAT_WAS,"
        + " a_write_brings_a_list_that_shows_it_and_what_was_confirmed_before",
    "LISTS_WHAT_IT_WROTE_AND_WHAT_WAS, an_order_explains_what_concurrent_clients_were_told",
    "LISTS_NOTHING_AFTER_A_CONFLICT,"
        + " a_write_that_conflicts_changes_nothing_and_brings_a_list_all_the_same",
    "TAKES_A_LIST_FOR_A_WRITE,"
        + " a_write_that_conflicts_changes_nothing_and_brings_a_list_all_the_same",
    "TELLS_NOTHING_OF_A_WRITE_WITHOUT_A_LIST,"
        + " a_write_with_a_list_that_is_refused_says_so_and_changes_nothing",
    "SHOWS_WHO_CONNECTS,"
        + " where_it_is_reached_is_said_at_once_at_any_time_and_without_credentials",
    "ASKS_WHERE_IT_IS_REACHED,"
        + " where_it_is_reached_is_said_at_once_at_any_time_and_without_credentials",
    "SWALLOWS_INTERRUPTS, a_caller_interrupted_before_a_write_with_a_list_gets_the_truth",
    "SWALLOWS_INTERRUPTS, an_interrupted_caller_gets_the_truth_and_keeps_its_interrupt",
  })
  void a_fault_is_found_by_the_test_it_is_a_matter_of(Fault fault, String test) {
    PlantedEngine.PLANTED.set(fault);
    assertThat(Planting.failures(PlantedStoreContract.class, test)).containsExactly(test);
  }

  @ParameterizedTest
  @CsvSource({
    "REPEATS_WRITES, a_write_whose_reply_is_lost_is_unknown_and_happened_once_or_not_at_all",
    "REPEATS_WRITES, a_write_that_arrives_late_does_not_undo_what_came_in_between",
    "REPEATS_WRITES,"
        + " an_order_explains_what_clients_were_told_over_lost_replies_and_late_requests",
    "REPEATS_WRITES,"
        + " a_write_with_a_list_whose_reply_is_lost_is_unknown_and_happened_once_or_not_at_all",
    "TELLS_REFUSED_WHEN_IN_DOUBT,"
        + " a_write_with_a_list_whose_reply_is_lost_is_unknown_and_happened_once_or_not_at_all",
    "WAITS_FOR_EVER,"
        + " a_write_with_a_list_whose_reply_is_lost_is_unknown_and_happened_once_or_not_at_all",
    "REPEATS_AFTER_A_BREAK,"
        + " a_write_that_happened_before_its_connection_broke_is_not_told_to_have_failed",
    "TELLS_REFUSED_WHEN_IN_DOUBT,"
        + " a_write_whose_reply_is_lost_is_unknown_and_happened_once_or_not_at_all",
    "TELLS_REFUSED_WHEN_IN_DOUBT,"
        + " an_order_explains_what_clients_were_told_over_lost_replies_and_late_requests",
    "WAITS_FOR_EVER, every_call_ends_in_time_when_connections_stand_and_nothing_answers",
    "LOSES_THE_LAST_WRITE, a_store_opened_while_the_service_is_away_works_when_it_comes",
    "LOSES_THE_LAST_WRITE, a_restart_under_load_loses_nothing_that_was_confirmed",
    "FORGETS_WHAT_IT_HAD_NO_ROOM_FOR,"
        + " a_full_disk_refuses_writes_and_loses_none_that_was_confirmed",
    "WRITES_WHAT_IT_REFUSED, a_full_disk_refuses_writes_and_loses_none_that_was_confirmed",
    "STAYS_AWAY, a_store_that_was_cut_off_comes_back_by_itself",
    "LEAVES_A_SOCKET, closing_gives_back_every_thread_and_every_socket",
  })
  void a_fault_on_the_way_is_found_by_the_test_it_is_a_matter_of(TcpFault fault, String test) {
    TcpStoreContract.PLANTED.set(fault);
    assertThat(Planting.failures(TcpStoreContract.class, test)).containsExactly(test);
  }

  @ParameterizedTest
  @CsvSource({
    "KEEPS_EACH_NODES_RECORDS_APART,"
        + " a_primary_that_crashed_is_succeeded_when_its_lease_is_over",
    "OVERWRITES_WHATEVER_IS_THERE,"
        + " a_write_that_commits_after_its_sender_was_succeeded_changes_nothing",
    "KEEPS_HOLDERS," + " a_primary_that_leaves_a_group_leads_it_no_more_until_it_joins_it_again",
  })
  void elections_on_a_store_that_is_wrong_are_found_out(Fault fault, String test) {
    PlantedEngine.PLANTED.set(fault);
    assertThat(Planting.failures(PlantedElectionContract.class, test)).containsExactly(test);
  }

  @ParameterizedTest
  @CsvSource({
    "TELLS_ITS_OWN_NODE,"
        + " each_node_hears_all_of_the_others_in_their_order_and_nothing_of_its_own",
    "SWAPS_NEIGHBOURS, each_node_hears_all_of_the_others_in_their_order_and_nothing_of_its_own",
    "CUTS_BODIES, bodies_arrive_as_they_were_from_none_to_the_largest",
    "RENAMES_WHAT_IS_HANDLED, of_two_nodes_one_handles_each_message_and_both_hear_it",
    "HANDLES_TWICE, of_two_nodes_one_handles_each_message_and_both_hear_it",
    "HANDLES_TWICE, when_a_node_is_closed_in_the_middle_the_promise_holds",
    "SAYS_NOTHING_OF_NO_ROOM, what_finds_no_room_is_offered_again_or_said_to_be_lost",
    "PUBLISHES_INTO_NOTHING_AFTER_CLOSE,"
        + " after_close_nothing_can_be_published_and_a_second_close_does_nothing",
    "STOPS_AT_A_HINT_THAT_FAILS, a_listener_that_throws_at_a_hint_hears_what_follows",
    "IS_ALWAYS_WELL, it_is_healthy_once_started_and_not_after_it_was_closed",
  })
  void a_fault_of_a_messenger_is_found_by_the_test_it_is_a_matter_of(
      MessengerFault fault, String test) {
    PlantedMessengerContract.PLANTED.set(fault);
    assertThat(Planting.failures(PlantedMessengerContract.class, test, Talk.class))
        .containsExactly(test);
  }
}
