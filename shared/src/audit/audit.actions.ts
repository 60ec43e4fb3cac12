/**
 * What the audit keeps, on one page: who saw or did what to whom. The code is stored and never changes its meaning;
 * what is here can be said in the console. An incident's own course is in its timeline and is not written twice.
 */
export const AUDIT_ACTIONS = {
  'session.sign_in': '登录',
  'session.sign_out': '退出登录',
  'session.refused': '登录没有成功',
  'session.locked': '密码错得太多，账号锁住',
  'session.end': '退出一处登录',
  'session.end_all': '退出别处的登录',
  'password.change': '改自己的密码',
  'second_step.turn_on': '开通两步登录',
  'second_step.turn_off': '关掉两步登录',
  'second_step.new_codes': '换一组备用码',
  'account.create': '开账号',
  'account.reset_password': '重置密码',
  'account.reset_second_step': '重置两步登录',
  'account.unlock': '解开账号的锁',
  'account.end_sessions': '让某人退出所有登录',
  'session.token_reused': '旧的登录凭证又被拿来用，登录已结束',

  'incident.read_reporter': '查看上报人是谁',
  'hotline.read_caller': '查看来电人的联系方式',
  'hotline.import': '导入热线工单',
  'hotline.export': '导出热线工单',

  'area.draw': '改地图',
  'clock.set_limits': '改时限',
  'clock.set_calendar': '改工作日历',
  'duty_phone.set': '改值班电话',
  'staff_group.set': '改工作群',

  'place.make': '做二维码',
  'place.revoke': '停用二维码',
  'place.reissue': '换新二维码',
  'home.import': '导入房屋和产权人',
  'home.download_problems': '下载房屋导入里要改的地方',
  'home_owner.change': '改产权人',
  'home_owner.read_phone': '查看产权人的电话',

  'effect.retry': '重做没做成的后续',
  'delivery.retry': '重发没发出的消息',

  'household.enter': '替人登记住户',
  'household.confirm': '确认住户',
  'household.refuse': '不通过住户认领',
  'household.end': '结束住户登记',
  'household.read': '查看一条住户登记',
  'appointment.make': '任命',
  'appointment.end': '结束任命',
  'appointment.leave': '登记请假',
  'appointment.leave_end': '提前结束请假',
  'organisation.add': '添加单位',
  'organisation.rename': '给单位改名',
  'organisation.serve': '改单位服务的小区',
  'organisation.dissolve': '解散单位',
  'person.find': '按手机号找人',
  'person.add': '登记一位工作人员',
  'person.suspend': '停用一个人',
  'person.restore': '恢复一个人',

  'audit.read': '查阅审计记录',
  'audit.export': '导出审计记录',
  'audit.verify': '核对审计记录',
} as const satisfies Record<string, string>;
export type AuditAction = keyof typeof AUDIT_ACTIONS;

export const ALL_AUDIT_ACTIONS = Object.keys(AUDIT_ACTIONS) as AuditAction[];

/** What an entry is about, as the console names it. */
export const AUDIT_SUBJECTS = {
  person: '人员',
  account: '账号',
  session: '登录',
  appointment: '任命',
  organisation: '单位',
  area: '区域',
  place: '二维码',
  home: '房屋',
  home_owner: '产权人',
  home_import: '房屋导入',
  household_member: '住户',
  incident: '事件',
  hotline_order: '热线工单',
  hotline_import: '热线导入',
  notice: '通知',
  clock_policy: '时限',
  work_calendar: '工作日历',
  duty_phone: '值班电话',
  staff_group: '工作群',
  event: '后续',
  delivery: '消息',
  audit: '审计记录',
} as const satisfies Record<string, string>;
export type AuditSubject = keyof typeof AUDIT_SUBJECTS;
